package io.gridloop.clock;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Counts milliseconds inside working slots, for limits in working hours. A period by hours runs from the very moment
 * (Civil Code 民法典 art. 201, second paragraph); one that starts outside working time begins with the next slot.
 */
record WorkedTime(WorkingCalendar calendar) implements Counting {

    private static final long HOUR = 3_600_000;

    @Override
    public long amount(int limit) {
        return limit * HOUR;
    }

    @Override
    public LocalDateTime start(LocalDateTime event) {
        return event;
    }

    @Override
    public long count(LocalDateTime from, LocalDateTime to) {
        long sum = 0;
        for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            for (var slot : calendar.slots(day)) {
                sum += overlap(later(from, slot.startOn(day)), earlier(to, slot.endOn(day)));
            }
        }
        return sum;
    }

    @Override
    public LocalDateTime advance(LocalDateTime from, long amount) {
        long left = amount;
        for (var day = from.toLocalDate(); left > 0; day = day.plusDays(1)) {
            for (var slot : calendar.slots(day)) {
                var begin = later(from, slot.startOn(day));
                long here = overlap(begin, slot.endOn(day));
                if (left <= here) {
                    return begin.plus(left, ChronoUnit.MILLIS);
                }
                left -= here;
            }
        }
        return from;
    }

    @Override
    public LocalDateTime settle(LocalDateTime end) {
        return end;
    }

    @Override
    public LocalDateTime advanceFifths(LocalDateTime from, long fifths) {
        return advance(from, fifths / 5);
    }

    private static long overlap(LocalDateTime from, LocalDateTime to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
