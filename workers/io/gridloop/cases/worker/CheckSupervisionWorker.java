package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Supervising;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records the supervisor's word on an overdue case. */
@Component
public class CheckSupervisionWorker {

    private final Supervising supervising;

    CheckSupervisionWorker(Supervising supervising) {
        this.supervising = supervising;
    }

    @JobWorker(type = "cases.checkSupervision", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "supervision"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return supervising.check(step, Answer.of(job.getVariablesAsMap().get("supervision")));
    }
}
