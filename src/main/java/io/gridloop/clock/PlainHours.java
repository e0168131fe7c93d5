package io.gridloop.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Counts plain hours: a working hour is one hour, a working day and a natural day are 24 hours, holidays included.
 * Divides every span by {@code gridloop.time-scale}, so that a demonstration sees deadlines end.
 */
@Component
@ConditionalOnProperty(name = "gridloop.clock.count", havingValue = "plain")
class PlainHours implements DeadlineCalendar {

    private static final double WARNING_SHARE = 0.8;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final ZoneId zone;
    private final TimeScale scale;

    PlainHours(Clock clock, TimeScale scale) {
        this.zone = clock.getZone();
        this.scale = scale;
    }

    @Override
    public Deadline deadline(Instant from, Limit limit, List<String> units) {
        var start = Instant.ofEpochMilli(from.toEpochMilli());
        var span = scale.shorten(hours(limit));
        var warnAt = start.plusMillis(Math.round(span.toMillis() * WARNING_SHARE));
        var dueAt = start.plus(span);
        return new Deadline(warnAt, dueAt, List.of(explain(start, limit, dueAt)));
    }

    @Override
    public Deadline extend(Instant dueAt, Limit more, List<String> units) {
        return deadline(dueAt, more, units);
    }

    @Override
    public Remainder stop(Instant at, Instant warnAt, Instant dueAt, LimitUnit unit, List<String> units) {
        return new Remainder(unit, millis(at, dueAt), millis(at, warnAt), at, dueAt);
    }

    @Override
    public Deadline resume(Instant at, Remainder rest, List<String> units) {
        var dueAt = at.plusMillis(rest.left());
        return new Deadline(at.plusMillis(rest.untilWarning()), dueAt, List.of("自%s暂停，%s恢复，至%s到期".formatted(
                words(rest.stoppedAt()), words(at), words(dueAt))));
    }

    @Override
    public Instant warning(Instant from, Instant dueAt, LimitUnit unit, List<String> units) {
        return Deadline.fourFifths(from, dueAt);
    }

    @Override
    public Optional<Instant> dayBefore(Instant from, Instant dueAt, List<String> units) {
        var day = scale.shorten(Duration.ofDays(1));
        return Optional.of(dueAt.minus(day)).filter(before -> before.isAfter(from.plus(day)));
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private String words(Instant instant) {
        return MINUTES.format(instant.atZone(zone));
    }

    private static Duration hours(Limit limit) {
        return switch (limit.unit()) {
            case WORKING_HOUR -> Duration.ofHours(limit.amount());
            case WORKING_DAY, NATURAL_DAY -> Duration.ofDays(limit.amount());
        };
    }

    private String explain(Instant from, Limit limit, Instant dueAt) {
        return "自%s起，时限%s%s，至%s到期%s".formatted(
                MINUTES.format(from.atZone(zone)), limit.label(), basis(limit.unit()),
                MINUTES.format(dueAt.atZone(zone)), scale.note());
    }

    private static String basis(LimitUnit unit) {
        return unit == LimitUnit.WORKING_HOUR ? "（按连续小时计）" : "（按每日24小时计）";
    }
}
