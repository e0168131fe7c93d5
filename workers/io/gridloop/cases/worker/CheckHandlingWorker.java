package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Handling;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what the handler did. */
@Component
public class CheckHandlingWorker {

    private final Handling handling;

    CheckHandlingWorker(Handling handling) {
        this.handling = handling;
    }

    @JobWorker(type = "cases.checkHandling", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "handling"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return handling.check(step, Answer.of(job.getVariablesAsMap().get("handling")));
    }
}
