package io.gridloop.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks with their cases, as the desk shows them. */
@Service
@Transactional(readOnly = true)
public class TaskPages {

    private final TaskViews views;
    private final CasePages pages;
    private final Cases cases;
    private final Actors actors;
    private final DeadlineWords deadlines;
    private final NextSteps next;

    TaskPages(TaskViews views, CasePages pages, Cases cases, Actors actors, DeadlineWords deadlines, NextSteps next) {
        this.views = views;
        this.pages = pages;
        this.cases = cases;
        this.actors = actors;
        this.deadlines = deadlines;
        this.next = next;
    }

    /** A visit of a task, open or not. */
    public Optional<TaskPage> find(long elementInstanceKey) {
        return views.find(elementInstanceKey).map(this::page);
    }

    private TaskPage page(TaskView task) {
        var it = cases.findById(task.caseId()).orElseThrow();
        return new TaskPage(task, pages.byId(task.caseId()).orElseThrow(), actors.named(task.assignee()).name(),
                name(task.completedBy() == null ? task.answeredBy() : task.completedBy()), deadlines.steps(it),
                next.after(it, task));
    }

    private @Nullable String name(@Nullable String login) {
        return login == null ? null : actors.named(login).name();
    }
}
