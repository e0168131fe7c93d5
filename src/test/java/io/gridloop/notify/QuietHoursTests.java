package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
            "21:30, 07:30, 2026-11-23T21:29:59, 2026-11-23T21:29:59",
            "21:30, 07:30, 2026-11-23T21:30:00, 2026-11-24T07:30:00",
            "21:30, 07:30, 2026-11-23T23:59:59, 2026-11-24T07:30:00",
            "21:30, 07:30, 2026-11-24T00:00:00, 2026-11-24T07:30:00",
            "21:30, 07:30, 2026-11-24T07:29:59, 2026-11-24T07:30:00",
            "21:30, 07:30, 2026-11-24T07:30:00, 2026-11-24T07:30:00",
            "21:30, 07:30, 2026-12-31T22:00:00, 2027-01-01T07:30:00",
            "12:00, 14:00, 2026-11-23T13:00:00, 2026-11-23T14:00:00",
            "12:00, 14:00, 2026-11-23T14:00:00, 2026-11-23T14:00:00",
            "12:00, 14:00, 2026-11-23T11:00:00, 2026-11-23T11:00:00",
            "08:00, 08:00, 2026-11-23T08:00:00, 2026-11-23T08:00:00",
            "21:30, 00:00, 2026-11-23T22:00:00, 2026-11-24T00:00:00"})
    void holdsBackUntilItsEnd(LocalTime from, LocalTime to, LocalDateTime at, LocalDateTime released) {
        assertThat(new QuietHours(from, to).release(at.atZone(ZONE).toInstant(), ZONE))
                .isEqualTo(released.atZone(ZONE).toInstant());
    }
}
