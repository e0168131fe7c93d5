package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Closing;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a case the way it was decided. */
@Component
public class CloseCaseWorker {

    private final Closing closing;

    CloseCaseWorker(Closing closing) {
        this.closing = closing;
    }

    @JobWorker(type = "cases.closeCase", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId"})
    public Map<String, @Nullable Object> close(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return closing.close(step);
    }
}
