package io.gridloop.clock;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A limit that runs. A value: what pauses or extends it gives another one.
 *
 * @param unit in what it counts
 * @param total what was granted in all, in milliseconds of working time or in days
 * @param since from when on {@code left} counts, local time
 * @param left what was left then
 */
public record Running(LimitUnit unit, long total, LocalDateTime since, long left) {

    /** A limit that starts because of something that happens at {@code event}. */
    public static Running start(WorkingCalendar calendar, Instant event, Limit limit) {
        var counting = Counting.of(limit.unit(), calendar);
        long amount = counting.amount(limit.amount());
        return new Running(limit.unit(), amount, counting.start(WorkingCalendar.local(event)), amount);
    }

    /** When it is over. */
    public Instant dueAt(WorkingCalendar calendar) {
        var counting = Counting.of(unit, calendar);
        return WorkingCalendar.instant(counting.settle(counting.advance(since, left)));
    }

    /** When four fifths of the counted time are over. */
    public Instant warnAt(WorkingCalendar calendar) {
        long fifths = Math.max(0, 4 * total - 5 * (total - left));
        return WorkingCalendar.instant(Counting.of(unit, calendar).advanceFifths(since, fifths));
    }

    /** Stops it, until it is resumed. */
    public Paused pause(Instant at) {
        return new Paused(this, at);
    }

    /**
     * With what an extension grants; unchanged when it grants nothing.
     *
     * @throws IllegalArgumentException when the extension counts in another unit
     */
    public Running extend(WorkingCalendar calendar, Extension extension) {
        var granted = extension.granted();
        if (granted == null) {
            return this;
        }
        if (granted.unit() != unit) {
            throw new IllegalArgumentException("A limit in " + unit + " cannot be extended in " + granted.unit());
        }
        long more = Counting.of(unit, calendar).amount(granted.amount());
        return new Running(unit, total + more, since, left + more);
    }
}
