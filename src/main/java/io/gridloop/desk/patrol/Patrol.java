package io.gridloop.desk.patrol;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patrol of a worker through a grid.
 *
 * @param login of the worker
 * @param gridCode the grid that it is measured against
 * @param endedAt null while it runs
 * @param endedItself nobody stopped it
 * @param metres how long its track is
 * @param coverage share of the grid, from 0 to 1, see {@link Coverage}; null while no position has come
 * @param leftOut how many positions were of no use
 */
public record Patrol(long id, String login, String gridCode, Instant startedAt, @Nullable Instant endedAt,
        boolean endedItself, int metres, @Nullable Double coverage, int leftOut) {

    /** How long it took, or has taken until now, in minutes. */
    public long minutes(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt).toMinutes();
    }

    /** Whether nobody has ended it and it has not ended by itself. */
    public boolean running() {
        return endedAt == null;
    }

    /** The coverage in percent; null while no position has come. */
    public @Nullable Long percent() {
        return coverage == null ? null : Math.round(coverage * 100);
    }
}
