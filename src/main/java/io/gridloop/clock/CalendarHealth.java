package io.gridloop.clock;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Health component {@code calendar}: until when holidays are known; a detail warns when that is soon. */
@Component("calendarHealthIndicator")
class CalendarHealth extends AbstractHealthIndicator {

    private final CalendarFiles files;

    CalendarHealth(CalendarFiles files) {
        this.files = files;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("knownUntil", String.valueOf(files.knownUntil()));
        files.warning().ifPresent(warning -> builder.withDetail("warning", warning));
    }
}
