package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.CompleterUnknownException;
import io.gridloop.cases.Finishing;
import io.gridloop.cases.Step;
import org.springframework.stereotype.Component;

/** Ends a user task that somebody completed; works for every user task. */
@Component
public class FinishTaskWorker {

    private final Finishing finishing;

    FinishTaskWorker(Finishing finishing) {
        this.finishing = finishing;
    }

    /** @throws CompleterUnknownException until it is known who completed the task: the job comes again */
    @JobWorker(type = "cases.finishTask", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "deskMark"})
    public void finish(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        if (!finishing.finish(step, (String) job.getVariablesAsMap().get("deskMark"))) {
            throw new CompleterUnknownException(step);
        }
    }
}
