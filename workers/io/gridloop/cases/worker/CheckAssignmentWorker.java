package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Assigning;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records the unit that the dispatcher chose. */
@Component
public class CheckAssignmentWorker {

    private final Assigning assigning;

    CheckAssignmentWorker(Assigning assigning) {
        this.assigning = assigning;
    }

    @JobWorker(type = "cases.checkAssignment", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "assignment"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return assigning.check(step, Answer.of(job.getVariablesAsMap().get("assignment")));
    }
}
