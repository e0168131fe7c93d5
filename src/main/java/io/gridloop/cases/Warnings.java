package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.LimitUnit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** When to warn of a deadline that a person gave: at 80 % of the counted time, never before now. */
@Component
class Warnings {

    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Clock clock;

    Warnings(DeadlineCalendar calendar, CalendarUnits units, Clock clock) {
        this.calendar = calendar;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The deadline with its warning.
     *
     * @param howCounted in Chinese; empty when the person named the time itself
     */
    Deadline of(Case it, Instant dueAt, LimitUnit unit, List<String> howCounted) {
        var now = clock.instant();
        var limitFrom = it.watch().limitFrom();
        var warnAt = calendar.warning(limitFrom == null ? now : limitFrom, dueAt, unit, units.of(it));
        return new Deadline(warnAt.isBefore(now) ? now : warnAt, dueAt, howCounted);
    }
}
