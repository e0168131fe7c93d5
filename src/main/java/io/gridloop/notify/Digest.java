package io.gridloop.notify;

import io.gridloop.cases.TaskView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has to do today.
 *
 * @param counts how many tasks, in words
 * @param oldest the oldest of them, one line each
 */
record Digest(String counts, List<String> oldest) {

    private static final int LISTED = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    /** Of somebody's open tasks. */
    static Digest of(List<TaskView> open, Instant now, ZoneId zone) {
        long overdue = open.stream().filter(task -> overdue(task, now)).count();
        long today = open.stream().filter(task -> !overdue(task, now) && dueOn(task, now, zone)).count();
        var oldest = open.stream().sorted(Comparator.comparing(TaskView::openedAt).thenComparing(TaskView::key))
                .limit(LISTED).map(task -> line(task, now, zone)).toList();
        return new Digest("共%d件，今天到期%d件，已超期%d件".formatted(open.size(), today, overdue), oldest);
    }

    private static boolean overdue(TaskView task, Instant now) {
        return task.dueAt() != null && !task.dueAt().isAfter(now);
    }

    private static boolean dueOn(TaskView task, Instant now, ZoneId zone) {
        return task.dueAt() != null
                && LocalDate.ofInstant(task.dueAt(), zone).equals(LocalDate.ofInstant(now, zone));
    }

    private static String line(TaskView task, Instant now, ZoneId zone) {
        var due = Optional.ofNullable(task.dueAt())
                .map(at -> "%s到期%s".formatted(TIME.format(at.atZone(zone)), overdue(task, now) ? "（已超期）" : ""))
                .orElse("没有期限");
        return "案件%s，%s，%s".formatted(task.caseNumber(), task.title(), due);
    }
}
