package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.OnSpot;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records a matter that was solved on the spot and draws the sample. */
@Component
public class RecordOnSpotWorker {

    private final OnSpot onSpot;

    RecordOnSpotWorker(OnSpot onSpot) {
        this.onSpot = onSpot;
    }

    @JobWorker(type = "cases.recordOnSpot", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId"})
    public Map<String, @Nullable Object> record(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return onSpot.record(step);
    }
}
