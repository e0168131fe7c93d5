package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Ends a visit of a user task and settles who really completed it. */
@Service
public class Finishing {

    private final TaskEnds ends;
    private final CaseTasks tasks;
    private final ObjectProvider<EngineTasks> engine;
    private final CasesProperties properties;
    private final Clock clock;

    Finishing(TaskEnds ends, CaseTasks tasks, ObjectProvider<EngineTasks> engine, CasesProperties properties,
            Clock clock) {
        this.ends = ends;
        this.tasks = tasks;
        this.engine = engine;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The engine completed a task: it is off the desk at once. Whoever answered at the desk did it if the engine took
     * that answer; otherwise the engine's own record says who, as soon as it is there.
     *
     * @param mark the mark of the answer that the engine took; null for one that did not come from the desk
     * @return false when it is not known yet who completed it: ask again
     */
    public boolean finish(Step step, @Nullable String mark) {
        var task = ends.close(step).filter(closed -> closed.completedBy() == null);
        task.ifPresent(closed -> atDesk(closed, mark).or(() -> inEngine(closed)).ifPresentOrElse(
                login -> tasks.completed(closed.elementInstanceKey(), login, true), () -> giveUp(closed)));
        return task.isEmpty() || tasks.find(step.elementInstanceKey()).orElseThrow().completedBy() != null;
    }

    private static Optional<String> atDesk(CaseTask task, @Nullable String mark) {
        return mark != null && mark.equals(task.answerMark())
                ? Optional.ofNullable(task.answeredBy())
                : Optional.empty();
    }

    private Optional<String> inEngine(CaseTask task) {
        var asked = engine.getIfAvailable();
        return asked == null
                ? Optional.of(task.assignee())
                : asked.completedBy(task.processInstanceKey(), task.elementInstanceKey());
    }

    /** A case must not wait for ever for a record that never comes. */
    private void giveUp(CaseTask task) {
        var closedAt = task.closedAt() == null ? clock.instant() : task.closedAt();
        if (closedAt.plus(properties.completerPatience()).isBefore(clock.instant())) {
            tasks.completed(task.elementInstanceKey(), task.assignee(), false);
        }
    }
}
