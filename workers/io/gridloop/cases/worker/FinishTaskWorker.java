package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.gridloop.cases.Finishing;
import io.gridloop.cases.Step;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends a user task that somebody completed; works for every user task. Asks again until it is known who did it. */
@Component
public class FinishTaskWorker {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Finishing finishing;

    FinishTaskWorker(Finishing finishing) {
        this.finishing = finishing;
    }

    @JobWorker(type = "cases.finishTask", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "deskMark"})
    public void finish(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        if (!finishing.finish(step, (String) job.getVariablesAsMap().get("deskMark"))) {
            throw CamundaError.jobError("正在向流程引擎核实办理人，无需处理。", null, job.getRetries(), PAUSE);
        }
    }
}
