package io.gridloop.clock;

import java.time.Instant;

/**
 * A limit that does not run.
 *
 * @param before the limit as it ran
 * @param at when it stopped
 */
public record Paused(Running before, Instant at) {

    /**
     * The limit runs again with exactly what was left: the counted time of the pause is added back, and a pause in which
     * nothing was counted changes nothing. A limit that was over before the pause stays as it was.
     *
     * @param resumedAt not before the pause
     */
    public Running resume(WorkingCalendar calendar, Instant resumedAt) {
        var used = Counting.of(before.unit(), calendar).count(before.since(), WorkingCalendar.local(at));
        if (used >= before.left()) {
            return before;
        }
        var since = WorkingCalendar.local(resumedAt);
        return new Running(before.unit(), before.total(), since.isBefore(before.since()) ? before.since() : since,
                before.left() - used);
    }

    /** In Chinese, what the pause adds back. */
    public String words(WorkingCalendar calendar, Instant resumedAt) {
        var counted = calendar.count(before.unit(), WorkingCalendar.local(at).isBefore(before.since())
                ? WorkingCalendar.instant(before.since())
                : at, resumedAt);
        return "%s至%s暂停计时，其间%s不计，期限相应顺延。".formatted(DayWords.time(at), DayWords.time(resumedAt),
                DayWords.amount(before.unit(), counted));
    }
}
