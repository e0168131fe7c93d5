package io.gridloop.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Times as pages show them: local time of the county, whatever zone the server runs in. */
@Component("chinaTime")
class ChinaTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));

    /** For example 2026年11月2日 08:30. */
    public String of(Instant at) {
        return FORMAT.format(at);
    }
}
