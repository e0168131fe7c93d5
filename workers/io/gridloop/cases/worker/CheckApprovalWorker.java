package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Agreeing;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records an approval; works for every approval that a designer adds. */
@Component
public class CheckApprovalWorker {

    private final Agreeing agreeing;

    CheckApprovalWorker(Agreeing agreeing) {
        this.agreeing = agreeing;
    }

    @JobWorker(type = "cases.checkApproval", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "approval"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return agreeing.check(step, Answer.of(job.getVariablesAsMap().get("approval")));
    }
}
