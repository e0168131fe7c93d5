package io.gridloop.clock;

import java.time.LocalDateTime;

/**
 * Counts every day, also holidays. The day of the event does not count (Civil Code 民法典 art. 201, first paragraph).
 * When the last day is a holiday or a free weekend day, the limit ends with the next working day (art. 203, first
 * paragraph), at 24:00 (second paragraph): a limit that counts nights and holidays does not follow business hours.
 */
record NaturalDays(WorkingCalendar calendar) implements Counting {

    private static final long MINUTES = 1_440;

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
        return Math.max(0, to.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay());
    }

    @Override
    public LocalDateTime advance(LocalDateTime from, long amount) {
        return amount == 0 ? from : from.toLocalDate().plusDays(amount).atStartOfDay();
    }

    @Override
    public LocalDateTime settle(LocalDateTime end) {
        var last = end.minusNanos(1).toLocalDate();
        while (!calendar.works(last)) {
            last = last.plusDays(1);
        }
        return last.plusDays(1).atStartOfDay();
    }

    @Override
    public LocalDateTime advanceFifths(LocalDateTime from, long fifths) {
        var part = advance(from, fifths / 5).plusMinutes(MINUTES * (fifths % 5) / 5);
        var end = advance(from, (fifths + 4) / 5);
        return part.isAfter(end) ? end : part;
    }
}
