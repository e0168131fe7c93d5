package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.ClosingWhistle;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what came of a whistle. */
@Component
public class CheckWhistleClosingWorker {

    private final ClosingWhistle closing;

    CheckWhistleClosingWorker(ClosingWhistle closing) {
        this.closing = closing;
    }

    @JobWorker(type = "cases.checkWhistleClosing", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part", "whistleClosing"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId, @Variable long part) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey(), part);
        return closing.check(step, Answer.of(job.getVariablesAsMap().get("whistleClosing")));
    }
}
