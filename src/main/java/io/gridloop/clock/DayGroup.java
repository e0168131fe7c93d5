package io.gridloop.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days one after the other that are counted for the same reason.
 *
 * @param kind null for ordinary days
 * @param name the names of the special days
 * @param counted how much of the limit passes
 * @param free how many ordinary days are days of rest
 */
record DayGroup(LocalDate first, LocalDate last, @Nullable DayKind kind, String name, long counted, int free) {

    static DayGroup of(LocalDate day, WorkingCalendar calendar, long counted) {
        return calendar.special(day)
                .map(special -> new DayGroup(day, day, special.kind(), special.name(), counted, 0))
                .orElseGet(() -> new DayGroup(day, day, null, "", counted, calendar.works(day) ? 0 : 1));
    }

    /** Half days and make-up days each stand alone. */
    boolean takes(DayGroup next) {
        return kind == next.kind && (kind == null || kind == DayKind.OFF);
    }

    DayGroup with(DayGroup next) {
        var names = next.name.isEmpty() || name.contains(next.name) ? name : name + "、" + next.name;
        return new DayGroup(first, next.last, kind, names, counted + next.counted, free + next.free);
    }
}
