package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Verifying;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records the grid leader's verification. */
@Component
public class CheckVerificationWorker {

    private final Verifying verifying;

    CheckVerificationWorker(Verifying verifying) {
        this.verifying = verifying;
    }

    @JobWorker(type = "cases.checkVerification", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "verification"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return verifying.check(step, Answer.of(job.getVariablesAsMap().get("verification")));
    }
}
