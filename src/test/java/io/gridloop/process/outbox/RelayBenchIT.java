package io.gridloop.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.bench.BenchReport;
import io.gridloop.process.ProcessProperties;
import io.gridloop.process.Settings;
import io.gridloop.process.engine.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 100,000 starts wait in the bulk lane while people report: how long they wait, and how the pace follows an engine that
 * takes {@value #CAPACITY} starts a second and, in the third quarter of the time, only a quarter of that.
 */
@Tag("bench")
class RelayBenchIT {

    private static final int BACKLOG = 100_000;
    private static final int CAPACITY = 30;
    private static final Duration TIME = Duration.ofSeconds(80);

    private final EngineCommands commands = new EngineCommands(JdbcClient.create(database()));
    private final ProcessProperties properties = Settings.with(Map.of(
            "gridloop.process.relay.bulk.starts-per-second", "100"));
    private final RecordingEngine engine = new RecordingEngine();
    private final BulkPace pace = new BulkPace(most -> 0, properties, Clock.systemUTC());
    private final Relay relay = new Relay(commands, engine, pace, () -> true, properties, died -> {
    }, Clock.systemUTC());
    private final Map<Long, Long> promptSent = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger pushedBack = new AtomicInteger();
    private long second;
    private int thisSecond;

    @Test
    void peopleDoNotWaitBehindABacklog() throws Exception {
        for (long first = 0; first < BACKLOG; first += 1_000) {
            commands.addBulk(LongStream.range(first, first + 1_000)
                    .mapToObj(id -> new BulkStart(id, id + "#1", "{}")).toList(), Instant.now());
        }
        long begin = System.nanoTime();
        engine.answer = command -> command.kind() == CommandKind.START_CASE ? start(begin) : prompt(command);
        RelayLoop loop = new RelayLoop(relay, new Nudge(), properties);
        loop.start();
        var waits = new ArrayList<Long>();
        var curve = new ArrayList<String>();
        while (System.nanoTime() - begin < TIME.toNanos()) {
            waits.add(promptWait(BACKLOG + waits.size()));
            if (curve.size() <= (System.nanoTime() - begin) / 5_000_000_000L) {
                curve.add("%d s: %d/s".formatted(curve.size() * 5, Math.round(pace.rate())));
            }
        }
        loop.stop();
        Collections.sort(waits);
        new BenchReport("relay").put("backlog", BACKLOG)
                .put("engine takes, starts/s", CAPACITY + ", a quarter of it from 40 s to 60 s")
                .put("starts taken", taken.get()).put("starts pushed back", pushedBack.get())
                .put("allowed rate over time", String.join(", ", curve))
                .put("prompt commands", waits.size())
                .put("prompt wait p50, ms", waits.get(waits.size() / 2))
                .put("prompt wait p99, ms", waits.get(waits.size() * 99 / 100))
                .put("prompt wait longest, ms", waits.getLast())
                .put("claim of 32 from the backlog, ms", claimMillis()).publish();
        assertThat(waits.get(waits.size() * 99 / 100)).isLessThan(2_000);
    }

    private synchronized Verdict start(long begin) {
        long now = (System.nanoTime() - begin) / 1_000_000_000L;
        thisSecond = now == second ? thisSecond + 1 : 1;
        second = now;
        if (thisSecond > (now >= 40 && now < 60 ? CAPACITY / 4 : CAPACITY)) {
            pushedBack.incrementAndGet();
            return Verdict.WAIT;
        }
        taken.incrementAndGet();
        return Verdict.DONE;
    }

    private Verdict prompt(EngineCommand command) {
        promptSent.put(command.caseId(), System.nanoTime());
        return Verdict.DONE;
    }

    private long promptWait(long caseId) throws InterruptedException {
        long put = System.nanoTime();
        commands.add(caseId, CommandKind.MOVE_DEADLINE, caseId + "#1#1", "{}", Instant.now());
        while (!promptSent.containsKey(caseId)) {
            Thread.sleep(5);
        }
        long wait = (promptSent.get(caseId) - put) / 1_000_000;
        Thread.sleep(100);
        return wait;
    }

    private long claimMillis() {
        long begin = System.nanoTime();
        List<EngineCommand> claimed = commands.claim(Lane.BULK, Instant.now(), Duration.ofSeconds(1), 32);
        assertThat(claimed).hasSize(32);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static DataSource database() {
        return OutboxDatabase.fresh();
    }
}
