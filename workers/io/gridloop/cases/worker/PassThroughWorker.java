package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.PassingOn;
import io.gridloop.cases.Step;
import org.springframework.stereotype.Component;

/** Names the emergency line that a case belongs to. */
@Component
public class PassThroughWorker {

    private final PassingOn passingOn;

    PassThroughWorker(PassingOn passingOn) {
        this.passingOn = passingOn;
    }

    @JobWorker(type = "cases.passThrough", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId"})
    public void passThrough(ActivatedJob job, @Variable long caseId) {
        passingOn.passOn(new Step(caseId, job.getElementId(), job.getElementInstanceKey()));
    }
}
