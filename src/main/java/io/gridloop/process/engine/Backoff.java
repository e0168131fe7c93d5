package io.gridloop.process.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits twice as long each time, with jitter so that those who failed together do not come back together.
 *
 * @param first about the first pause
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 20;

    /** From half a second to ten seconds: well within the time for which a job is lent. */
    public static final Backoff SHORT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

    /** @param attempt 1 after the first failure; the pause lies between half and all of what that attempt may wait */
    public Duration after(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.clamp(attempt - 1, 0, DOUBLINGS);
        long most = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
