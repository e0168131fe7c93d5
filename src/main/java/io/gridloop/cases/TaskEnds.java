package io.gridloop.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes visits of user tasks and says so. */
@Component
@Transactional
class TaskEnds {

    private final CaseTasks tasks;
    private final ApplicationEventPublisher events;

    TaskEnds(CaseTasks tasks, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.events = events;
    }

    /** The engine ended this visit; empty when it is not known here. */
    Optional<CaseTask> close(Step step) {
        var closed = tasks.close(step.elementInstanceKey());
        closed.ifPresent(task -> events.publishEvent(new TaskFinished(task.caseId(), task.elementInstanceKey())));
        return closed;
    }

    /** What is left of a case's tasks at an element, or of all its tasks, will never be asked for again. */
    void closeLeft(long caseId, @Nullable String element) {
        tasks.closeAll(caseId, element).forEach(key -> events.publishEvent(new TaskFinished(caseId, key)));
    }
}
