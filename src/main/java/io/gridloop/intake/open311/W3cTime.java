package io.gridloop.intake.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as the specification writes them: the W3C's subset of ISO 8601, always with the offset. */
final class W3cTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
            .withZone(ZoneOffset.ofHours(8));

    private W3cTime() {}

    /** To the second, in China's time, as 2026-11-23T18:00:00+08:00. */
    static @Nullable String of(@Nullable Instant at) {
        return at == null ? null : FORMAT.format(at);
    }

    /** A moment with its offset; a plus that an address turned into a blank counts as a plus. */
    static Optional<Instant> parse(String text) {
        try {
            var time = OffsetDateTime.parse(text.replace(' ', '+'));
            return time.getYear() < 2000 || time.getYear() > 9000 ? Optional.empty() : Optional.of(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
