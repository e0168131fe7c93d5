package io.gridloop.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns a limit into instants: the one place that knows how time is counted. */
public interface DeadlineCalendar {

    /**
     * When a limit that starts now ends.
     *
     * @param from when the limit starts to run
     * @param limit how long it runs
     * @param units codes of the units whose calendar counts, the nearest first; the first that has one of its own
     *     decides, and when none has, the county's counts
     */
    Deadline deadline(Instant from, Limit limit, List<String> units);

    /**
     * When a limit ends that gets more time: what is added is counted from its present end, in its own unit.
     *
     * @param dueAt when the limit ends without the addition
     * @param more what is added
     * @param units as for {@link #deadline}
     */
    Deadline extend(Instant dueAt, Limit more, List<String> units);

    /**
     * Stops the clock of a limit that ends at {@code dueAt}.
     *
     * @param unit in what the limit counts
     * @param units as for {@link #deadline}
     */
    Remainder stop(Instant at, Instant warnAt, Instant dueAt, LimitUnit unit, List<String> units);

    /**
     * When a limit ends that goes on with exactly what was left of it, never before it would have ended without the
     * stop.
     *
     * @param at not before it stopped
     * @param units as for {@link #deadline}
     */
    Deadline resume(Instant at, Remainder rest, List<String> units);

    /**
     * When four fifths of the counted time are over, for a deadline that somebody named. In natural days every hour
     * counts, else working time does.
     *
     * @param from when the limit started to run
     * @param units as for {@link #deadline}
     */
    Instant warning(Instant from, Instant dueAt, LimitUnit unit, List<String> units);

    /**
     * One working day before a deadline; nothing when the limit is not longer than two working days.
     *
     * @param from when the limit started to run
     * @param units as for {@link #deadline}
     */
    Optional<Instant> dayBefore(Instant from, Instant dueAt, List<String> units);
}
