package io.gridloop.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and amounts of a limit in Chinese. */
final class DayWords {

    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy年", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("（EEE）", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    private final int yearBefore;

    /** @param yearBefore the year that goes without saying */
    DayWords(int yearBefore) {
        this.yearBefore = yearBefore;
    }

    /** As 2025年9月25日（周四）16:00, always with the year. */
    static String time(Instant instant) {
        return new DayWords(0).time(WorkingCalendar.local(instant));
    }

    /** As 9月25日. */
    String day(LocalDate day) {
        return (day.getYear() == yearBefore ? "" : YEAR.format(day)) + DAY.format(day);
    }

    /** As 9月28日（周日）. */
    String dayOfWeek(LocalDate day) {
        return day(day) + WEEKDAY.format(day);
    }

    /** As 9月26日（周五）, or 10月1日至8日. */
    String span(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return dayOfWeek(first);
        }
        boolean sameMonth = first.getMonth() == last.getMonth() && first.getYear() == last.getYear();
        return day(first) + "至" + (sameMonth ? last.getDayOfMonth() + "日" : day(last));
    }

    String time(LocalDateTime time) {
        return dayOfWeek(time.toLocalDate()) + TIME.format(time);
    }

    /** The end of a limit; midnight is 24:00 of the day before. */
    String end(LocalDateTime time) {
        return time.toLocalTime().toSecondOfDay() == 0
                ? dayOfWeek(time.toLocalDate().minusDays(1)) + "24:00"
                : time(time);
    }

    /** As 2小时30分钟, 7小时 or 3个工作日. */
    static String amount(LimitUnit unit, long amount) {
        if (unit != LimitUnit.WORKING_HOUR) {
            return amount + "个" + unit.label();
        }
        long minutes = Math.round(amount / 60_000.0);
        var rest = minutes % 60 == 0 ? "" : minutes % 60 + "分钟";
        return minutes < 60 ? minutes + "分钟" : minutes / 60 + "小时" + rest;
    }
}
