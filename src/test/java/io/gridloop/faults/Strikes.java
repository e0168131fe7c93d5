package io.gridloop.faults;

import static org.awaitility.Awaitility.await;

import io.gridloop.demo.DemoStaff;
import io.gridloop.local.GridloopServer;
import io.gridloop.local.LocalPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** Kills a part at moments drawn from a seed and watches how the others go on. */
final class Strikes {

    /** What has not gone on within this time is stuck. */
    static final Duration HEALED = Duration.ofSeconds(90);

    private static final int SHORTEST_MOMENT = 500;
    private static final int LONGEST_MOMENT = 3_500;
    private static final int LONGEST_DOWN = 1_500;

    private final LocalPlatform platform;
    private final GridloopServer gridloop;
    private final ReportLoad load;
    private final DemoStaff staff;
    private final Backlog backlog;
    private final Promises promises;

    Strikes(LocalPlatform platform, GridloopServer gridloop, ReportLoad load, DemoStaff staff, Backlog backlog,
            Promises promises) {
        this.platform = platform;
        this.gridloop = gridloop;
        this.load = load;
        this.staff = staff;
        this.backlog = backlog;
        this.promises = promises;
    }

    Round strike(Fault fault, Random random) throws InterruptedException {
        long moment = random.nextLong(SHORTEST_MOMENT, LONGEST_MOMENT);
        long down = random.nextLong(LONGEST_DOWN);
        var before = seen();
        load.takeSlowestFailure();
        TimeUnit.MILLISECONDS.sleep(moment);
        fault.strike.accept(platform, gridloop);
        TimeUnit.MILLISECONDS.sleep(down);
        Instant end = Instant.now();
        fault.restart.accept(platform, gridloop);
        double ready = since(end);
        waitFor(() -> backlog.firstStep(end).isPresent());
        double first = backlog.firstStep(end).map(at -> seconds(Duration.between(end, at))).orElse(-1.0);
        waitFor(() -> backlog.waiting(end).filter(left -> left == 0).isPresent());
        double empty = since(end);
        long stuck = backlog.waiting(end).orElse(-1L);
        return new Round(moment, down, ready, first, empty, stuck, load.takeSlowestFailure(), minus(seen(), before),
                promises.brokenSince(end));
    }

    private static void waitFor(BooleanSupplier condition) {
        try {
            await().atMost(HEALED).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(250))
                    .until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            // The round says what is left.
        }
    }

    /** What residents and staff saw in place of an answer. */
    private Map<String, Integer> seen() {
        var all = new HashMap<String, Integer>();
        load.failures().forEach((kind, count) -> all.put("resident " + kind, count));
        staff.tally().failures().forEach((kind, count) -> all.put("staff " + kind, count));
        return all;
    }

    private static Map<String, Integer> minus(Map<String, Integer> now, Map<String, Integer> before) {
        before.forEach((kind, count) -> now.merge(kind, -count, Integer::sum));
        now.values().removeIf(count -> count == 0);
        return now;
    }

    private static double since(Instant end) {
        return seconds(Duration.between(end, Instant.now()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
