package io.gridloop.clock;

import java.time.LocalDateTime;

/**
 * One way to count time. For every kind: {@code count(a, b) + count(b, c) = count(a, c)},
 * {@code count(a, advance(a, n)) = n}, and nothing that is counted ever runs backwards.
 */
sealed interface Counting permits WorkedTime, WorkedDays, NaturalDays {

    static Counting of(LimitUnit unit, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_HOUR -> new WorkedTime(calendar);
            case WORKING_DAY -> new WorkedDays(calendar);
            case NATURAL_DAY -> new NaturalDays(calendar);
        };
    }

    /** From the amount of a limit to what this counts. */
    long amount(int limit);

    /** From when on it counts, for something that happens at {@code event}. */
    LocalDateTime start(LocalDateTime event);

    /** How much passes after {@code from} up to and with {@code to}; 0 backwards. */
    long count(LocalDateTime from, LocalDateTime to);

    /** The earliest time by which the amount has passed; {@code from} for 0. */
    LocalDateTime advance(LocalDateTime from, long amount);

    /** When a limit is over whose counted time ends at {@code end}. */
    LocalDateTime settle(LocalDateTime end);

    /** The earliest time by which {@code fifths} fifths of one have passed. */
    LocalDateTime advanceFifths(LocalDateTime from, long fifths);
}
