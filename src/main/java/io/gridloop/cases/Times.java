package io.gridloop.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people and the engine read them, in the county's zone. */
@Component
class Times {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** For people, as 11月23日18:00. */
    String words(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(clock.getZone()));
    }

    /** For people, as 2026年11月23日. */
    String day(Instant instant) {
        return DAY.format(instant.atZone(clock.getZone()));
    }

    /**
     * The deadline that the engine is told while the clock of a case stands still. An armed timer cannot be taken away,
     * only replaced, so it is set a hundred years ahead: no case waits as long, also not when nobody resumes it on
     * time. Much farther the engine could not reach: it keeps the wait of a timer in nanoseconds, 292 years at most.
     */
    Instant never() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(36_500, ChronoUnit.DAYS);
    }

    /** For the engine's timers: ISO-8601 with offset. */
    String iso(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /**
     * Whether a timer was set for this instant, to the second: a timer may lose a fraction on its way.
     *
     * @param said ISO-8601; null stands for the present instant
     */
    static boolean same(@Nullable String said, @Nullable Instant present) {
        if (said == null || present == null) {
            return present != null;
        }
        try {
            return OffsetDateTime.parse(said).toEpochSecond() == present.getEpochSecond();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
