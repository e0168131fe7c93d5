package io.gridloop.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When nobody wants to be disturbed, every day.
 *
 * @param from when it begins
 * @param to when it ends, perhaps on the next day; the same as {@code from} means never
 */
record QuietHours(LocalTime from, LocalTime to) {

    static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 30));

    /** The first instant, not before this one, at which somebody may be disturbed. */
    Instant release(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        if (!holds(time)) {
            return at;
        }
        var end = local.with(to);
        return (time.isBefore(to) ? end : end.plusDays(1)).toInstant();
    }

    /** How long it lasts, less than a day. */
    Duration length() {
        var length = Duration.between(from, to);
        return length.isNegative() ? length.plusDays(1) : length;
    }

    private boolean holds(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : from.isAfter(to) && (begun || !over);
    }
}
