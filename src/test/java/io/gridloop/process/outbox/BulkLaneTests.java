package io.gridloop.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.MovableClock;
import io.gridloop.process.ProcessProperties;
import io.gridloop.process.Settings;
import io.gridloop.process.engine.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BulkLaneTests {

    private static final int UPPER_BOUND = 40;

    private volatile int waiting;
    private final DataSource database = OutboxDatabase.fresh();
    private final EngineCommands commands = new EngineCommands(JdbcClient.create(database));
    private final MovableClock clock = new MovableClock();
    private final RecordingEngine engine = new RecordingEngine();
    private final ProcessProperties properties = Settings.with(Map.of(
            "gridloop.process.relay.bulk.starts-per-second", String.valueOf(UPPER_BOUND),
            "gridloop.process.relay.bulk.most-waiting", "100"));
    private final BulkPace pace = new BulkPace(most -> waiting, properties, clock);
    private final Relay relay = new Relay(commands, engine, pace, () -> true, properties, died -> {
    }, clock);

    @Test
    void sendsWhatPeopleWaitForWhileABacklogStands() {
        putBulk(1, 1_000);
        commands.add(2_000, CommandKind.MOVE_DEADLINE, "2000#1#1", "{}", clock.instant());
        assertThat(relay.sendDue()).isEqualTo(1);
        assertThat(engine.seen).extracting(EngineCommand::caseId).containsExactly(2_000L);
        assertThat(commands.backlog().depth(Lane.BULK)).isEqualTo(1_000);
    }

    @Test
    void keepsTheOrderOfACaseOverBothLanes() {
        putBulk(1, 1);
        commands.add(1, CommandKind.MOVE_DEADLINE, "1#1#1", "{}", clock.instant());
        assertThat(relay.sendDue()).as("its start is not sent yet").isZero();
        second();
        assertThat(relay.sendBulk()).isEqualTo(1);
        assertThat(relay.sendDue()).isEqualTo(1);
        assertThat(engine.seen).extracting(EngineCommand::kind)
                .containsExactly(CommandKind.START_CASE, CommandKind.MOVE_DEADLINE);
    }

    @Test
    void startsNoMoreASecondThanItMay() {
        putBulk(1, 2_000);
        for (int i = 0; i < 40; i++) {
            second();
            relay.sendBulk();
        }
        assertThat(pace.rate()).isEqualTo(UPPER_BOUND);
        int before = engine.seen.size();
        for (int tenth = 0; tenth < 100; tenth++) {
            clock.move(Duration.ofMillis(100));
            relay.sendBulk();
        }
        assertThat(engine.seen.size() - before).as("in ten seconds").isBetween(380, 410);
    }

    @Test
    void halvesTheRateWhenTheEnginePushesBackAndRecoversStepByStep() {
        putBulk(1, 5_000);
        for (int i = 0; i < 40; i++) {
            second();
            relay.sendBulk();
        }
        engine.answer = command -> Verdict.WAIT;
        second();
        relay.sendBulk();
        assertThat(pace.rate()).isEqualTo(UPPER_BOUND / 2.0);
        relay.sendBulk();
        assertThat(pace.rate()).as("once a second at most").isEqualTo(UPPER_BOUND / 2.0);
        for (int i = 0; i < 10; i++) {
            second();
            relay.sendBulk();
        }
        assertThat(pace.rate()).as("hardly anything while it lasts").isBetween(1.0, 4.0);
        engine.answer = command -> Verdict.DONE;
        second();
        relay.sendBulk();
        second();
        relay.sendBulk();
        second();
        relay.sendBulk();
        assertThat(pace.rate()).as("a twentieth of the upper bound a second").isBetween(4.0, 9.0);
        assertThat(commands.backlog().dead()).isZero();
    }

    @Test
    void slowsDownWhenAnswersTakeLong() {
        double before = pace.rate();
        second();
        pace.answered(false, Duration.ofSeconds(3));
        assertThat(pace.rate()).isEqualTo(before / 2);
    }

    @Test
    void waitsForPeopleWhenTooManyCasesStandAtTheirFirstStep() {
        putBulk(1, 1_000);
        waiting = 100;
        second();
        assertThat(relay.sendBulk()).isZero();
        waiting = 97;
        second();
        assertThat(relay.sendBulk()).isEqualTo(3);
        assertThat(relay.sendBulk()).isZero();
    }

    @Test
    void showsTheDepthOfEachLane() {
        putBulk(1, 7);
        commands.add(2_000, CommandKind.MOVE_DEADLINE, "2000#1#1", "{}", clock.instant());
        var meters = new SimpleMeterRegistry();
        var health = new OutboxHealth(commands, pace, clock, meters).health();
        assertThat(meters.get("gridloop.outbox.depth").tag("lane", "bulk").gauge().value()).isEqualTo(7);
        assertThat(meters.get("gridloop.outbox.depth").tag("lane", "prompt").gauge().value()).isEqualTo(1);
        assertThat(meters.get("gridloop.outbox.bulk.rate").gauge().value()).isEqualTo(UPPER_BOUND / 4.0);
        assertThat(health.getDetails()).containsEntry("depth", 8L).containsEntry("bulk", 7L);
    }

    private void putBulk(long first, long last) {
        List<BulkStart> starts = LongStream.rangeClosed(first, last).mapToObj(id -> new BulkStart(id, id + "#1", "{}"))
                .toList();
        commands.addBulk(starts, clock.instant());
    }

    private void second() {
        clock.move(Duration.ofSeconds(1));
    }
}
