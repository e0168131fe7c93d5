package io.gridloop.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.MovableClock;
import io.gridloop.process.Settings;
import io.gridloop.process.engine.Verdict;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelayTests {

    private final DataSource database = OutboxDatabase.fresh();
    private final EngineCommands commands = new EngineCommands(JdbcClient.create(database));
    private final MovableClock clock = new MovableClock();
    private final RecordingEngine engine = new RecordingEngine();
    private final List<Object> died = new ArrayList<>();
    private final Relay relay = aRelay();
    private volatile boolean open = true;

    @Test
    void sendsTheCommandsOfACaseInTheirOrder() {
        put(1);
        put(1);
        put(2);
        assertThat(relay.sendDue()).as("the first of each case").isEqualTo(2);
        assertThat(relay.sendDue()).isEqualTo(1);
        assertThat(engine.ids()).containsExactlyInAnyOrder(1L, 3L, 2L).endsWith(2L);
        assertThat(commands.backlog().depth()).isZero();
    }

    @Test
    void doesNotOvertakeACommandThatWaits() {
        put(1);
        put(1);
        engine.answer = command -> Verdict.WAIT;
        assertThat(relay.sendDue()).isZero();
        assertThat(relay.sendDue()).isZero();
        assertThat(engine.ids()).containsExactly(1L);
    }

    @Test
    void waitsLongerEachTimeAndAtMostTenSeconds() {
        put(1);
        engine.answer = command -> Verdict.WAIT;
        var pauses = IntStream.range(0, 9).mapToLong(i -> pauseAfterOneMoreAttempt()).boxed().toList();
        assertThat(pauses.getFirst()).isBetween(250L, 500L);
        assertThat(pauses.get(3)).isBetween(2_000L, 4_000L);
        assertThat(pauses.getLast()).isBetween(5_000L, 10_000L);
    }

    @Test
    void sendsFewerAtOnceWhileTheEngineRefusesAndMoreAgainWhenItTakesThem() {
        IntStream.rangeClosed(1, 100).forEach(this::put);
        engine.answer = command -> Verdict.WAIT;
        assertThat(IntStream.range(0, 4).map(round -> seenInOneRound())).containsExactly(32, 16, 8, 4);
        engine.answer = command -> Verdict.DONE;
        assertThat(IntStream.range(0, 3).map(round -> seenInOneRound())).containsExactly(2, 4, 6);
    }

    @Test
    void doesNotTakeForOverloadWhatTheEngineDoesNotShowYet() {
        IntStream.rangeClosed(1, 64).forEach(this::put);
        engine.answer = command -> Verdict.NOT_YET;
        assertThat(IntStream.range(0, 2).map(round -> seenInOneRound())).containsExactly(32, 32);
    }

    @Test
    void keepsTryingHoweverLongTheEngineIsAway() {
        put(1);
        engine.answer = command -> Verdict.WAIT;
        for (int attempt = 0; attempt < 150; attempt++) {
            clock.move(Duration.ofMinutes(2));
            relay.sendDue();
        }
        assertThat(commands.backlog().dead()).isZero();
        engine.answer = command -> Verdict.DONE;
        clock.move(Duration.ofMinutes(2));
        assertThat(relay.sendDue()).isEqualTo(1);
        assertThat(commands.backlog().depth()).isZero();
    }

    @Test
    void buriesWhatTheEngineRefusesAndGoesOnWithTheCase() {
        put(1);
        put(1);
        engine.answer = command -> command.id() == 1 ? Verdict.REFUSED : Verdict.DONE;
        relay.sendDue();
        assertThat(relay.sendDue()).isEqualTo(1);
        assertThat(commands.backlog()).isEqualTo(new Backlog(0, 0, 1, null));
        assertThat(died).singleElement().isInstanceOfSatisfying(CommandDied.class,
                event -> assertThat(event.command().id()).isEqualTo(1));
    }

    @Test
    void givesUpAfterAHundredUnclearAnswers() {
        put(1);
        engine.answer = command -> Verdict.UNCLEAR;
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(commands.backlog().dead()).isZero();
            clock.move(Duration.ofMinutes(2));
            relay.sendDue();
        }
        assertThat(commands.backlog().dead()).isEqualTo(1);
    }

    @Test
    void sendsNothingBeforeTheEngineHasTheModels() {
        put(1);
        open = false;
        assertThat(relay.sendDue()).isZero();
        assertThat(engine.seen).isEmpty();
    }

    @Test
    void leavesToOthersWhatAnotherInstanceIsSending() {
        put(1);
        put(2);
        assertThat(commands.claim(Lane.PROMPT, clock.instant(), Duration.ofSeconds(30), 1)).hasSize(1);
        assertThat(relay.sendDue()).isEqualTo(1);
        clock.move(Duration.ofSeconds(31));
        assertThat(relay.sendDue()).as("the other instance died").isEqualTo(1);
    }

    @Test
    void twoInstancesSendEachCommandOnceAndInOrder() throws Exception {
        for (int command = 0; command < 300; command++) {
            put(command % 40);
        }
        Callable<Void> instance = () -> {
            var other = aRelay();
            while (commands.backlog().depth() > 0) {
                other.sendDue();
            }
            return null;
        };
        try (var instances = Executors.newFixedThreadPool(2)) {
            for (var done : instances.invokeAll(List.of(instance, instance))) {
                done.get();
            }
        }
        assertThat(engine.ids()).hasSize(300).doesNotHaveDuplicates();
        var last = new HashMap<Long, Long>();
        assertThat(engine.seen).allMatch(command -> {
            var before = last.put(command.caseId(), command.id());
            return before == null || before < command.id();
        });
    }

    @Test
    void countsWhatWaitsAndSinceWhen() {
        assertThat(commands.backlog()).isEqualTo(new Backlog(0, 0, 0, null));
        put(1);
        clock.move(Duration.ofMinutes(3));
        put(1);
        assertThat(commands.backlog().depth()).isEqualTo(2);
        assertThat(commands.backlog().age(clock.instant())).isEqualTo(Duration.ofMinutes(3));
    }

    private Relay aRelay() {
        return new Relay(new EngineCommands(JdbcClient.create(database)), engine,
                new BulkPace(most -> 0, Settings.usual(), clock), () -> open, Settings.usual(), died::add, clock);
    }

    private void put(long caseId) {
        commands.add(caseId, CommandKind.START_CASE, caseId + "#1", "{}", clock.instant());
    }

    private int seenInOneRound() {
        int before = engine.seen.size();
        relay.sendDue();
        return engine.seen.size() - before;
    }

    private long pauseAfterOneMoreAttempt() {
        clock.move(Duration.ofMinutes(2));
        relay.sendDue();
        var next = JdbcClient.create(database).sql("select next_at from engine_command")
                .query(OffsetDateTime.class).single().toInstant();
        return Duration.between(clock.instant(), next).toMillis();
    }
}
