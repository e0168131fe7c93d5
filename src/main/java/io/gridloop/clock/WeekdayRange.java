package io.gridloop.clock;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Days of the week as people write them: 周六, or 周一至周五. */
final class WeekdayRange {

    private WeekdayRange() {}

    /** The days in order; empty when the words name none. */
    static List<DayOfWeek> parse(String words) {
        var ends = Arrays.stream(words.split("[至到-]")).map(String::strip).map(WeekdayRange::day).toList();
        if (ends.size() > 2 || ends.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        var first = ends.getFirst().orElseThrow();
        var last = ends.getLast().orElseThrow();
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0).toList();
    }

    private static Optional<DayOfWeek> day(String word) {
        var known = word.equals("周天") ? "周日" : word;
        return Arrays.stream(DayOfWeek.values()).filter(day -> CalendarFile.word(day).equals(known)).findFirst();
    }
}
