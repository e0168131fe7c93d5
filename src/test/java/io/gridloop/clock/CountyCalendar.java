package io.gridloop.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Calendars for tests. */
final class CountyCalendar {

    static final WorkWeek WEEK = WorkWeek.of(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), List.of(new Slot(510, 720), new Slot(870, 1_080)));

    /** The usual hours with the years that gridloop ships. */
    static final WorkingCalendar SHIPPED = shipped();

    private CountyCalendar() {}

    /** The shipped one with one more day. */
    static WorkingCalendar with(SpecialDay day) {
        var days = new HashMap<>(SHIPPED.days());
        days.put(day.date(), day);
        return new WorkingCalendar(WEEK, days, SHIPPED.knownYears());
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static WorkingCalendar shipped() {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        var years = new TreeSet<Integer>();
        for (var year : ShippedYears.all()) {
            years.add(year.target().year());
            Objects.requireNonNull(year.file()).days().forEach(day -> days.put(day.date(), day));
        }
        return new WorkingCalendar(WEEK, days, years);
    }
}
