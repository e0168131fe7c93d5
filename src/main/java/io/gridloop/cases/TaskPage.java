package io.gridloop.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person reads before they answer a task.
 *
 * @param task the task
 * @param of its case
 * @param assignee unit, role and name of the person it was given to
 * @param completedBy unit, role and name of who completed or answered it; null while nobody has
 * @param deadline how the deadline came to be, step by step, in Chinese
 * @param next what follows on each answer, and by whom, in Chinese
 */
public record TaskPage(TaskView task, CaseView of, String assignee, @Nullable String completedBy,
        List<String> deadline, List<String> next) {}
