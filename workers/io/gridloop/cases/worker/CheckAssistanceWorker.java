package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Assisting;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what a co-handler did. */
@Component
public class CheckAssistanceWorker {

    private final Assisting assisting;

    CheckAssistanceWorker(Assisting assisting) {
        this.assisting = assisting;
    }

    @JobWorker(type = "cases.checkAssistance", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part", "assistance"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId, @Variable long part) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey(), part);
        return assisting.check(step, Answer.of(job.getVariablesAsMap().get("assistance")));
    }
}
