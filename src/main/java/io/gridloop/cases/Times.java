package io.gridloop.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Instants as people and the engine read them, in the county's zone. */
@Component
class Times {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** For people, as 11月23日18:00. */
    String words(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(clock.getZone()));
    }

    /** For the engine's timers: ISO-8601 with offset. */
    String iso(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
