package io.gridloop.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Counts working days; a half day is one. The day of the event does not count (Civil Code 民法典 art. 201, first
 * paragraph). A day has passed when its business hours end, and so does the limit (art. 203, second paragraph).
 */
record WorkedDays(WorkingCalendar calendar) implements Counting {

    @Override
    public long amount(int limit) {
        return limit;
    }

    @Override
    public LocalDateTime start(LocalDateTime event) {
        return event.toLocalDate().plusDays(1).atStartOfDay();
    }

    @Override
    public long count(LocalDateTime from, LocalDateTime to) {
        long days = 0;
        for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (closesAfter(from, day) && !calendar.close(day).isAfter(to)) {
                days++;
            }
        }
        return days;
    }

    @Override
    public LocalDateTime advance(LocalDateTime from, long amount) {
        return amount == 0 ? from : calendar.close(day(from, amount));
    }

    @Override
    public LocalDateTime settle(LocalDateTime end) {
        return end;
    }

    /** Part of a day is part of its working time. */
    @Override
    public LocalDateTime advanceFifths(LocalDateTime from, long fifths) {
        var whole = advance(from, fifths / 5);
        if (fifths % 5 == 0) {
            return whole;
        }
        var day = day(whole, 1);
        var begin = whole.isBefore(day.atStartOfDay()) ? day.atStartOfDay() : whole;
        var time = new WorkedTime(calendar);
        var part = time.advance(begin, time.count(day.atStartOfDay(), calendar.close(day)) * (fifths % 5) / 5);
        return part.isAfter(calendar.close(day)) ? calendar.close(day) : part;
    }

    /** The day that closes as the {@code amount}th after a time. */
    private LocalDate day(LocalDateTime from, long amount) {
        var day = from.toLocalDate();
        for (long left = amount; true; day = day.plusDays(1)) {
            if (closesAfter(from, day) && --left == 0) {
                return day;
            }
        }
    }

    private boolean closesAfter(LocalDateTime from, LocalDate day) {
        return calendar.works(day) && calendar.close(day).isAfter(from);
    }
}
