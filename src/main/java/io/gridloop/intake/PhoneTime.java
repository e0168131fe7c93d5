package io.gridloop.intake;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When something was saved by the clock of a phone: a note for staff, no deadline counts from it. */
@Component
public class PhoneTime {

    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final ChinaTime times;
    private final Clock clock;

    PhoneTime(ChinaTime times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /**
     * What the history says of it, in Chinese.
     *
     * @param said ISO 8601 with a zone; what is none, or too far from the clock of the server, is not believed
     */
    public String words(@Nullable String said) {
        return "没有网络时存在手机上，联网后送达。" + parse(said).filter(this::isCredible)
                .map(at -> "手机保存时间：%s。".formatted(times.of(at)))
                .orElse("手机时间与系统相差较大，未采用。");
    }

    private boolean isCredible(Instant at) {
        Instant now = clock.instant();
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD));
    }

    private static Optional<Instant> parse(@Nullable String said) {
        try {
            return Optional.ofNullable(said).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
