package io.gridloop.clock;

import static io.gridloop.clock.WorkingCalendar.instant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Compares the two ways to count, case by case. */
final class SlowCountingComparison {

    private SlowCountingComparison() {}

    /** Cases from this seed on; the message of a difference tells the seed of its case. */
    static void compare(long firstSeed, int cases) {
        for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
            compare(seed);
        }
    }

    private static void compare(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var slow = new SlowCounting(it.calendar());
        var running = Running.start(it.calendar(), instant(it.from()), it.limit());
        var resumed = running.pause(instant(it.pausedAt())).resume(it.calendar(), instant(it.resumedAt()));
        assertThat(running.dueAt(it.calendar())).as("due, seed %d: %s", seed, it)
                .isEqualTo(instant(slow.due(it.withoutPause())));
        assertThat(running.warnAt(it.calendar())).as("warn, seed %d: %s", seed, it)
                .isEqualTo(instant(slow.warn(it.withoutPause())));
        assertThat(resumed.dueAt(it.calendar())).as("resumed, seed %d: %s", seed, it).isEqualTo(instant(slow.due(it)));
    }
}
