package io.gridloop.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When people work: an ordinary week, and the days that differ from it. A value; all counting on it is pure. Times are
 * those of Asia/Shanghai.
 *
 * @param week the ordinary week
 * @param days holidays, make-up days and half days by their date
 * @param knownYears the years whose days are known; in any other an ordinary week is only a guess
 */
public record WorkingCalendar(WorkWeek week, Map<LocalDate, SpecialDay> days, NavigableSet<Integer> knownYears) {

    /** The zone in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Copies what it is given. */
    public WorkingCalendar {
        days = Map.copyOf(days);
        knownYears = new TreeSet<>(knownYears);
    }

    /** How much of a limit in this unit passes: milliseconds of working time, or whole days. Zero backwards. */
    public long count(LimitUnit unit, Instant from, Instant to) {
        return Counting.of(unit, this).count(local(from), local(to));
    }

    /**
     * The earliest instant by which an amount has passed.
     *
     * @param amount milliseconds of working time, or days; 0 gives {@code from} itself
     */
    public Instant advance(LimitUnit unit, Instant from, long amount) {
        return instant(Counting.of(unit, this).advance(local(from), amount));
    }

    /** The deadline of a limit that starts to run at {@code from}. */
    public Deadline deadline(Instant from, Limit limit) {
        var running = Running.start(this, from, limit);
        return new Deadline(running.warnAt(this), running.dueAt(this),
                new Explanation(this, from, limit, running).steps());
    }

    /** The same time on the working day before, at the latest when work ends there. */
    Instant dayBefore(Instant at) {
        var end = local(at).minusNanos(1);
        var day = end.toLocalDate().minusDays(1);
        while (!works(day)) {
            day = day.minusDays(1);
        }
        var sameTime = day.atTime(end.toLocalTime()).plusNanos(1);
        return instant(sameTime.isAfter(close(day)) ? close(day) : sameTime);
    }

    /** A warning in Chinese when days between the two are not known yet. */
    Optional<String> warning(Instant from, Instant to) {
        var first = local(from).getYear();
        var last = local(to).minusNanos(1).getYear();
        for (int year = first; year <= last; year++) {
            if (!knownYears.contains(year)) {
                return Optional.of("注意：%d年的放假调休安排尚未录入，该年的日期暂按普通周推算，实际期限可能不同。".formatted(year));
            }
        }
        return Optional.empty();
    }

    /** The last day of the known years without a gap; nothing when none is known. */
    public @Nullable LocalDate knownUntil() {
        if (knownYears.isEmpty()) {
            return null;
        }
        int year = knownYears.first();
        while (knownYears.contains(year + 1)) {
            year++;
        }
        return LocalDate.of(year, 12, 31);
    }

    Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    List<Slot> slots(LocalDate day) {
        var special = days.get(day);
        return special == null
                ? week.on(day.getDayOfWeek())
                : special.kind().of(week.madeUpOn(day.getDayOfWeek()));
    }

    /** Whether people work on a day at all. */
    public boolean works(LocalDate day) {
        return !slots(day).isEmpty();
    }

    /** When work ends on a day on which people work. */
    LocalDateTime close(LocalDate day) {
        return slots(day).getLast().endOn(day);
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
