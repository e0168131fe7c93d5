package io.gridloop.territory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that shows whatever a test sets. */
class StoppedClock extends Clock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");

    void set(Instant now) {
        this.now = now;
    }

    /** Noon of this day, in the county. */
    void set(LocalDate day) {
        now = day.atTime(12, 0).atZone(SHANGHAI).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
