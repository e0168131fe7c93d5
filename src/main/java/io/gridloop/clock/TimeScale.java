package io.gridloop.clock;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many times faster than real time limits run.
 *
 * @param timeScale at least 1; with 60 a limit of one hour lasts one minute
 */
@ConfigurationProperties("gridloop")
record TimeScale(@DefaultValue("1") double timeScale) {

    TimeScale {
        if (!(timeScale >= 1 && timeScale <= 1_000_000)) {
            throw new IllegalArgumentException("gridloop.time-scale is between 1 and 1000000, not " + timeScale);
        }
    }

    /** The span at this speed, never shorter than one millisecond. */
    Duration shorten(Duration span) {
        return Duration.ofMillis(Math.max(1, Math.round(span.toMillis() / timeScale)));
    }

    /** The instant that lies as far behind another as it would at real speed. */
    Instant lengthen(Instant from, Instant to) {
        return from.plusMillis(Math.round(Duration.between(from, to).toMillis() * timeScale));
    }

    /** In Chinese, that limits are shortened; empty at real speed. */
    String note() {
        return timeScale == 1
                ? ""
                : "（演示加速" + (timeScale == Math.rint(timeScale)
                        ? String.valueOf((long) timeScale)
                        : String.valueOf(timeScale)) + "倍）";
    }
}
