package io.gridloop.cases;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When people answered; at the desk that is before the engine knows. */
@Component
class Visits {

    private final CaseTasks tasks;

    Visits(CaseTasks tasks) {
        this.tasks = tasks;
    }

    /** When the last visit of a task was answered, for the part that a step is for; empty when nobody ever had it. */
    Optional<Instant> answeredAt(Step step, String task) {
        return tasks.last(step.caseId(), task, step.part())
                .flatMap(last -> Optional.ofNullable(last.overtaken() || last.answeredAt() == null
                        ? last.closedAt()
                        : last.answeredAt()));
    }
}
