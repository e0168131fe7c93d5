package io.gridloop.process.reconcile;

import io.gridloop.cases.LinkedCase;
import io.gridloop.cases.OpenTask;
import io.gridloop.cases.TaskLinks;
import io.gridloop.process.engine.Instances;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares the tasks at the desk with those of the living process instance they belong to. */
@Component
class Desk {

    private final TaskLinks tasks;
    private final Outbox outbox;
    private final Instances instances;

    Desk(TaskLinks tasks, Outbox outbox, Instances instances) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.instances = instances;
    }

    /**
     * Takes off what the engine does not have, and tells it again what was answered and got lost.
     *
     * @return whether the engine has none of the tasks that the case waits for: its process stands at another step
     */
    boolean astray(LinkedCase linked) {
        var open = tasks.open(linked.caseId());
        var dead = open.stream().filter(task -> instances.look(task.elementInstanceKey()) == Verdict.GONE).toList();
        // A task that somebody completes meanwhile leaves PostgreSQL first.
        if (dead.isEmpty() || !tasks.open(linked.caseId()).equals(open)) {
            answerAgain(linked.caseId(), open);
            return false;
        }
        if (open.stream().filter(task -> !dead.contains(task)).noneMatch(OpenTask::fits)) {
            return true;
        }
        dead.forEach(task -> tasks.drop(linked.caseId(), task.elementInstanceKey()));
        return false;
    }

    private void answerAgain(long caseId, List<OpenTask> open) {
        open.stream().filter(OpenTask::answered)
                .filter(task -> !outbox.answerWaits(caseId, task.elementInstanceKey()))
                .forEach(task -> tasks.answerAgain(task.elementInstanceKey()));
    }
}
