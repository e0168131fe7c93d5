package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.SigningFor;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records that a unit signed for a case, or gave it back. */
@Component
public class CheckSigningWorker {

    private final SigningFor signing;

    CheckSigningWorker(SigningFor signing) {
        this.signing = signing;
    }

    @JobWorker(type = "cases.checkSigning", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "signing"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return signing.check(step, Answer.of(job.getVariablesAsMap().get("signing")));
    }
}
