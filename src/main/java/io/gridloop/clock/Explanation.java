package io.gridloop.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Explains in Chinese how a deadline is counted. */
final class Explanation {

    /** More groups of days than this nobody reads. */
    private static final int MOST_GROUPS = 12;

    private final WorkingCalendar calendar;
    private final Limit limit;
    private final Counting counting;
    private final Instant from;
    private final LocalDateTime event;
    private final LocalDateTime start;
    private final LocalDateTime end;
    private final DayWords words;

    Explanation(WorkingCalendar calendar, Instant from, Limit limit, Running running) {
        this.calendar = calendar;
        this.limit = limit;
        this.counting = Counting.of(limit.unit(), calendar);
        this.from = from;
        this.event = WorkingCalendar.local(from);
        this.start = running.since();
        this.end = counting.advance(start, running.left());
        this.words = new DayWords(event.getYear());
    }

    List<String> steps() {
        var steps = new ArrayList<String>();
        steps.add(begin());
        addDays(steps);
        var due = counting.settle(end);
        if (!due.equals(end)) {
            steps.add("最后一日%s休息，顺延至其后第一个工作日（民法典第二百零三条）。".formatted(words.dayOfWeek(end.toLocalDate().minusDays(1))));
        }
        steps.add("至%s到期，共计%s。".formatted(words.end(due), DayWords.amount(limit.unit(),
                counting.amount(limit.amount()))));
        calendar.warning(from, WorkingCalendar.instant(due)).ifPresent(steps::add);
        return steps;
    }

    private String begin() {
        var begin = "%s起计，时限%s".formatted(DayWords.time(from), limit.label());
        return switch (limit.unit()) {
            case WORKING_HOUR -> begin + "（上班时间%s）。".formatted(calendar.week().usualWords());
            case WORKING_DAY -> begin + "，当日不计，从次日起算。";
            case NATURAL_DAY -> begin + "，当日不计，从次日起算，休息日也计。";
        };
    }

    private void addDays(List<String> steps) {
        if (limit.unit() == LimitUnit.NATURAL_DAY) {
            var last = end.toLocalDate().minusDays(1);
            steps.add("%s连续计%s。".formatted(words.span(start.toLocalDate(), last),
                    DayWords.amount(limit.unit(), limit.amount())));
            return;
        }
        var groups = groups();
        groups.stream().limit(MOST_GROUPS).map(this::words).forEach(steps::add);
        if (groups.size() > MOST_GROUPS) {
            steps.add("其后至%s照此计算，从略。".formatted(words.day(groups.getLast().last())));
        }
    }

    private List<DayGroup> groups() {
        var groups = new ArrayList<DayGroup>();
        for (var day = start.toLocalDate(); day.atStartOfDay().isBefore(end); day = day.plusDays(1)) {
            var one = DayGroup.of(day, calendar, counted(day));
            if (!groups.isEmpty() && groups.getLast().takes(one)) {
                groups.set(groups.size() - 1, groups.getLast().with(one));
            } else {
                groups.add(one);
            }
        }
        return groups;
    }

    private long counted(LocalDate day) {
        var from = start.isAfter(day.atStartOfDay()) ? start : day.atStartOfDay();
        var next = day.plusDays(1).atStartOfDay();
        return counting.count(from, end.isBefore(next) ? end : next);
    }

    private String words(DayGroup group) {
        var span = words.span(group.first(), group.last());
        var amount = DayWords.amount(limit.unit(), group.counted());
        if (group.kind() == null) {
            return group.counted() == 0
                    ? span + (group.free() > 0 ? "休息，不计。" : "没有计入时间。")
                    : "%s计%s%s。".formatted(span, amount, group.free() == 0 ? "" : "，其中%d天休息不计".formatted(group.free()));
        }
        return switch (group.kind()) {
            case OFF -> "%s放假（%s），不计。".formatted(span, group.name());
            case WORK -> "%s调休上班（%s），计入%s。".formatted(span, group.name(), amount);
            case MORNING, AFTERNOON -> "%s%s（%s），计入%s。".formatted(span, group.kind().label(), group.name(), amount);
        };
    }
}
