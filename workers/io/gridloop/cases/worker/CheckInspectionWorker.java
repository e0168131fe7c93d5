package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Inspecting;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what somebody saw on the spot. */
@Component
public class CheckInspectionWorker {

    private final Inspecting inspecting;

    CheckInspectionWorker(Inspecting inspecting) {
        this.inspecting = inspecting;
    }

    @JobWorker(type = "cases.checkInspection", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "inspection"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return inspecting.check(step, Answer.of(job.getVariablesAsMap().get("inspection")));
    }
}
