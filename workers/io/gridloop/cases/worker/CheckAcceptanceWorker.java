package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Accepting;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records the grid leader's decision. */
@Component
public class CheckAcceptanceWorker {

    private final Accepting accepting;

    CheckAcceptanceWorker(Accepting accepting) {
        this.accepting = accepting;
    }

    @JobWorker(type = "cases.checkAcceptance", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "acceptance"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return accepting.check(step, Answer.of(job.getVariablesAsMap().get("acceptance")));
    }
}
