package io.gridloop.walk;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.territory.Person;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case and its people: whatever is drawn for it comes from its own seed. Lives in one thread. */
final class Walker implements WalkFacts {

    private static final List<String> MATTERS = List.of("路灯不亮", "垃圾成堆", "井盖松动", "树枝压线", "下水道堵塞", "夜间施工噪声",
            "乱停车辆", "路面塌陷", "围栏破损", "积水不退");

    private static final int TRIES = 6;

    private final Ground ground;
    private final long seed;
    private final int index;
    private final Random random;
    private final List<String> story;
    private final Set<String> absent;
    private @Nullable Receipt receipt;

    Walker(Ground ground, long seed, int index) {
        this(ground, seed, index, new Random(seed * 1_000_003 + index), new CopyOnWriteArrayList<>(),
                ConcurrentHashMap.newKeySet());
    }

    private Walker(Ground ground, long seed, int index, Random random, List<String> story, Set<String> absent) {
        this.ground = ground;
        this.seed = seed;
        this.index = index;
        this.random = random;
        this.story = story;
        this.absent = absent;
    }

    /** Somebody who acts on the same case at the same time, with luck of their own. */
    Walker beside() {
        var other = new Walker(ground, seed, index, new Random(random.nextLong()), story, absent);
        other.receipt = receipt;
        return other;
    }

    /** Those who lead the parts of the case that have not ended, if it was split. */
    List<Walker> parts() {
        return the(JdbcClient.class).sql("""
                select id, case_number, receipt_code from grid_case where parent_id = ? and state <> 'CLOSED'
                 order by id""").param(caseId()).query((row, i) -> {
            var part = beside();
            part.receipt = new Receipt(row.getLong(1), row.getString(2), row.getString(3), false);
            return part;
        }).list();
    }

    /** Leads the case from its report to its end. */
    Walked walk() {
        long begin = System.nanoTime();
        String failure = null;
        try {
            ground.withAHand(this::report);
            new Way(this, ground).walk();
        } catch (InterruptedException e) {
            failure = "the time was over";
        } catch (RuntimeException | AssertionError e) {
            failure = String.valueOf(e);
        } finally {
            endAbsences();
        }
        return new Walked(seed, index, receipt == null ? 0 : receipt.caseId(),
                Duration.ofNanos(System.nanoTime() - begin), List.copyOf(story), failure);
    }

    Receipt report() {
        var grid = chance(80) ? oneOf(the(Territory.class).grids()).code() : null;
        var category = chance(80) ? oneOf(the(Categories.class).all()).code() : null;
        var onSpot = chance(15) ? "巡查中已当场处理" : null;
        var text = "%s，编号%s，%s".formatted(oneOf(MATTERS), unlike(), unlike());
        receipt = the(Reporting.class).accept(new Report(UUID.randomUUID().toString(),
                oneOf(SourceChannel.values()), null, category, null, text, grid, null, null,
                grid == null ? "南门路口" : null, null, null, onSpot == null ? null : worker(), onSpot, now()));
        ground.numbers().add(receipt.caseNumber());
        tell("reported %s %s %s".formatted(category, grid, onSpot == null ? "" : "on the spot"));
        return receipt;
    }

    /** So that not every case looks like every other. */
    private String unlike() {
        return Long.toString(random.nextLong(), Character.MAX_RADIX);
    }

    void tell(String what) {
        story.add(what);
    }

    <T> T the(Class<T> service) {
        return ground.the(service);
    }

    long caseId() {
        return receipt().caseId();
    }

    String receiptCode() {
        return receipt().receiptCode();
    }

    private Receipt receipt() {
        if (receipt == null) {
            throw new IllegalStateException("not reported yet");
        }
        return receipt;
    }

    Random random() {
        return random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int from(int least, int before) {
        return random.nextInt(least, before);
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String sometimes(String text) {
        return random.nextBoolean() ? text : "";
    }

    Clock clock() {
        return the(Clock.class);
    }

    Instant now() {
        return clock().instant();
    }

    String supervisor() {
        return the(Territory.class).supervisor().login();
    }

    String leaderOf(Sight now) {
        return now.grid() == null ? supervisor() : the(Territory.class).leaderOf(now.grid()).login();
    }

    /** Somebody is away until the next task of the case was answered. */
    void misses(String login) {
        absent.add(login);
    }

    void endAbsences() {
        absent.forEach(login -> ground.withAHand(() -> Duties.endStandIn(login, this)));
        absent.clear();
    }

    /** Login of a full-time worker of some grid. */
    String worker() {
        return oneOf(the(Territory.class).people().stream().filter(it -> it.role() == StaffRole.FULL_TIME)
                .map(Person::login).toList());
    }

    /** Login of somebody who may not answer for this person. */
    String stranger(String assignee) {
        var territory = the(Territory.class);
        return oneOf(territory.people().stream().map(Person::login)
                .filter(login -> !territory.answersFor(login, assignee)).toList());
    }

    /** Whether this person stood in for the other one at any time of the walk. */
    boolean stoodIn(String login, String absent) {
        return the(JdbcClient.class).sql("select count(*) > 0 from stand_in where stand_in = ? and absent = ?")
                .params(login, absent).query(Boolean.class).single();
    }

    /** One of most that can be named now; the number of this case when none was found. */
    @Override
    public String anotherCase(String field) {
        // However many tries it takes, the luck of the case stays what it is.
        var luck = new Random(random.nextLong());
        for (int i = 0; i < TRIES; i++) {
            var number = ground.numbers().get(luck.nextInt(ground.numbers().size()));
            if (!number.equals(receipt().caseNumber())
                    && (field.equals("repeatOf") ? isEnded(number) : isOriginal(number))) {
                return number;
            }
        }
        return receipt().caseNumber();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock());
    }

    @Override
    public String lowestLevel() {
        return the(JdbcClient.class).sql("select level from supervision_order where case_id = ? and state <> 'ENDED'")
                .param(caseId()).query(String.class).optional().orElse("URGE");
    }

    private boolean isEnded(String number) {
        return the(JdbcClient.class).sql("""
                select state = 'CLOSED' and resolution not in ('DUPLICATE', 'REPEATED', 'WITHDRAWN', 'UNABLE')
                  from grid_case where case_number = ?""").param(number).query(Boolean.class).single();
    }

    private boolean isOriginal(String number) {
        return the(JdbcClient.class).sql("""
                select decided is null or decided not in ('DUPLICATE', 'REPEATED', 'WITHDRAWN') from grid_case
                 where case_number = ?""").param(number).query(Boolean.class).single();
    }
}
