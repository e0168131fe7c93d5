package io.gridloop.cases;

import java.util.List;
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
    private final Actors actors;
    private final History history;
    private final ApplicationEventPublisher events;

    TaskEnds(CaseTasks tasks, Actors actors, History history, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.actors = actors;
        this.history = history;
        this.events = events;
    }

    /** The engine ended this visit; empty when it is not known here. */
    Optional<CaseTask> close(Step step) {
        var closed = tasks.close(step.elementInstanceKey());
        closed.ifPresent(task -> events.publishEvent(new TaskFinished(task.caseId(), task.elementInstanceKey())));
        return closed;
    }

    /**
     * What is left of a case's tasks at an element, or of all its tasks, will never be asked for again. An answer that
     * was still on its way to the engine is void, and the history says so.
     */
    void closeLeft(Case it, @Nullable String element) {
        closeAll(it, element, "已在工作台提交意见；流程引擎收到之前案件已进入下一步，未再执行。");
    }

    /**
     * Another process instance takes the case up, which will ask for its tasks anew.
     *
     * @return those that were answered at the desk, which the old instance did not take
     */
    List<CaseTask> closeForNextRun(Case it) {
        return closeAll(it, null, "已在工作台提交意见，原流程实例没有执行；新的流程实例回到这一步时沿用。");
    }

    private List<CaseTask> closeAll(Case it, @Nullable String element, String answered) {
        var closed = tasks.closeAll(it.id(), element);
        closed.forEach(task -> {
            if (task.answeredBy() != null) {
                history.write(it, task.element(), actors.named(task.answeredBy()), null, answered);
            }
            events.publishEvent(new TaskFinished(it.id(), task.elementInstanceKey()));
        });
        return closed.stream().filter(task -> task.answeredBy() != null).toList();
    }
}
