package io.gridloop.process.reconcile;

import io.gridloop.cases.LinkedCase;
import io.gridloop.cases.OpenTask;
import io.gridloop.cases.TaskLinks;
import io.gridloop.process.engine.Instances;
import io.gridloop.process.outbox.Outbox;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/**
 * Finds cases that stand still because the engine has banned the process instance that works on them: it looks alive,
 * its tasks can be completed, but nothing follows.
 */
@Component
class BannedInstances {

    private final TaskLinks tasks;
    private final Outbox outbox;
    private final Instances instances;

    BannedInstances(TaskLinks tasks, Outbox outbox, Instances instances) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.instances = instances;
    }

    /** As long as somebody is asked the case can wait: what they answer shows here later. */
    boolean hold(LinkedCase linked) {
        var open = tasks.open(linked.caseId()).stream().filter(OpenTask::fits).toList();
        if (open.stream().anyMatch(task -> outbox.answerWaits(linked.caseId(), task.elementInstanceKey()))) {
            return false;
        }
        return open.stream().anyMatch(this::unheard)
                || open.stream().noneMatch(OpenTask::main) && any(linked).anyMatch(instances::banned);
    }

    /** Somebody has answered, at the desk or in Tasklist, and the instance does not take it. */
    private boolean unheard(OpenTask task) {
        return (task.answered() || instances.over(task.processInstanceKey(), task.elementInstanceKey()))
                && instances.banned(task.processInstanceKey());
    }

    /** The instance of the case, and those that have asked for a task; of others that it called nothing is known here. */
    private LongStream any(LinkedCase linked) {
        return LongStream.concat(LongStream.of(linked.processInstanceKey()),
                tasks.instances(linked.caseId()).stream().mapToLong(Long::longValue)).distinct();
    }
}
