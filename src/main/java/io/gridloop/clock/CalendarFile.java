package io.gridloop.clock;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a calendar file says: the special days of a year, or how a unit differs from the county.
 *
 * @param source the notice it goes back to; may be empty
 * @param week the unit's own week; empty for the county's
 * @param worksOnHolidays whether the county's holidays and make-up days do not hold for the unit
 * @param days by date
 */
public record CalendarFile(String source, Map<DayOfWeek, List<Slot>> week, boolean worksOnHolidays,
        List<SpecialDay> days) {

    static final String HOLIDAYS = "节假日";

    /** Copies what it is given and puts the days in order. */
    public CalendarFile {
        week = Map.copyOf(week);
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }

    /** Its lines without the source, in order; the same content always gives the same lines. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        week.keySet().stream().sorted().forEach(day -> lines.add(word(day) + "," + week.get(day).stream()
                .map(Slot::toString).collect(Collectors.joining(" "))));
        if (worksOnHolidays) {
            lines.add(HOLIDAYS + "," + DayKind.WORK.label());
        }
        days.forEach(day -> lines.add("%s,%s,%s".formatted(day.date(), day.kind().label(), day.name())));
        return lines;
    }

    /** As it is written into a file. */
    public String text() {
        return (source.isEmpty() ? "" : "# " + source + "\n") + String.join("\n", lines()) + "\n";
    }

    /** How many of its days are of a kind. */
    public long count(DayKind kind) {
        return days.stream().filter(day -> day.kind() == kind).count();
    }

    static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }
}
