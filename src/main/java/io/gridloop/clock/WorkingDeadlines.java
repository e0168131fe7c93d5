package io.gridloop.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Counts by the working calendar. {@code gridloop.time-scale} then shortens the span from start to end, nights and
 * holidays included.
 */
@Component
@ConditionalOnProperty(name = "gridloop.clock.count", havingValue = "working", matchIfMissing = true)
class WorkingDeadlines implements DeadlineCalendar {

    private static final Limit TWO_DAYS = new Limit(2, LimitUnit.WORKING_DAY);

    private final Calendars calendars;
    private final TimeScale scale;

    WorkingDeadlines(Calendars calendars, TimeScale scale) {
        this.calendars = calendars;
        this.scale = scale;
    }

    @Override
    public Deadline deadline(Instant from, Limit limit, List<String> units) {
        var start = Instant.ofEpochMilli(from.toEpochMilli());
        var counted = calendars.of(units).deadline(start, limit);
        return scale.timeScale() == 1 ? counted : shortened(start, counted);
    }

    /** A day that ends at the deadline, at 24:00, is over: the next day is the first that is added. */
    @Override
    public Deadline extend(Instant dueAt, Limit more, List<String> units) {
        boolean endsDay = WorkingCalendar.local(dueAt).toLocalTime().equals(LocalTime.MIDNIGHT);
        boolean inDays = more.unit() != LimitUnit.WORKING_HOUR;
        return deadline(inDays && endsDay ? dueAt.minusMillis(1) : dueAt, more, units);
    }

    @Override
    public Remainder stop(Instant at, Instant warnAt, Instant dueAt, LimitUnit unit, List<String> units) {
        var calendar = calendars.of(units);
        return new Remainder(unit, calendar.count(unit, at, scale.lengthen(at, dueAt)),
                calendar.count(LimitUnit.WORKING_HOUR, at, scale.lengthen(at, warnAt)), at, dueAt);
    }

    /** The warning comes after as much working time as was left until it. */
    @Override
    public Deadline resume(Instant at, Remainder rest, List<String> units) {
        var calendar = calendars.of(units);
        var stopped = WorkingCalendar.local(rest.stoppedAt());
        var paused = new Paused(new Running(rest.unit(), rest.left(), stopped, rest.left()), rest.stoppedAt());
        var counted = shortened(at, paused.resume(calendar, at).dueAt(calendar));
        var dueAt = counted.isBefore(rest.dueAt()) ? rest.dueAt() : counted;
        var warnAt = shortened(at, calendar.advance(LimitUnit.WORKING_HOUR, at, rest.untilWarning()));
        return new Deadline(warnAt.isAfter(dueAt) ? dueAt : warnAt, dueAt,
                List.of(paused.words(calendar, at), "恢复后还剩%s，至%s到期。".formatted(
                        DayWords.amount(rest.unit(), rest.left()), DayWords.time(dueAt))));
    }

    /** Where no working time lies in between, every hour counts. */
    @Override
    public Instant warning(Instant from, Instant dueAt, LimitUnit unit, List<String> units) {
        var calendar = calendars.of(units);
        long counted = unit == LimitUnit.NATURAL_DAY
                ? 0
                : calendar.count(LimitUnit.WORKING_HOUR, from, scale.lengthen(from, dueAt));
        return counted == 0
                ? Deadline.fourFifths(from, dueAt)
                : shortened(from, calendar.advance(LimitUnit.WORKING_HOUR, from, counted * 4 / 5));
    }

    @Override
    public Optional<Instant> dayBefore(Instant from, Instant dueAt, List<String> units) {
        return Optional.of(dueAt).filter(deadline(from, TWO_DAYS, units).dueAt()::isBefore)
                .map(due -> shortened(from, calendars.of(units).dayBefore(scale.lengthen(from, due))));
    }

    private Deadline shortened(Instant from, Deadline counted) {
        var dueAt = shortened(from, counted.dueAt());
        var steps = new ArrayList<>(counted.steps());
        steps.add("%s，实际至%s到期。".formatted(scale.note(), DayWords.time(dueAt)));
        return new Deadline(shortened(from, counted.warnAt()), dueAt, steps);
    }

    private Instant shortened(Instant from, Instant to) {
        return scale.timeScale() == 1 ? to : from.plus(scale.shorten(Duration.between(from, to)));
    }
}
