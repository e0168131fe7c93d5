package io.gridloop.cases.worker;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Finishing;
import io.gridloop.cases.Step;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends a user task that somebody completed; works for every user task. Asks again until it is known who did it. */
@Component
public class FinishTaskWorker {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Finishing finishing;
    private final CamundaClient engine;

    FinishTaskWorker(Finishing finishing, CamundaClient engine) {
        this.finishing = finishing;
        this.engine = engine;
    }

    // To ask again the job's time-out is shortened: broker 8.6.0 loses jobs that fail with a pause (camunda #16884).
    @JobWorker(type = "cases.finishTask", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, autoComplete = false, fetchVariables = {
            "caseId", "deskMark"})
    public void finish(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        if (finishing.finish(step, (String) job.getVariablesAsMap().get("deskMark"))) {
            engine.newCompleteCommand(job).send();
        } else {
            engine.newUpdateTimeoutCommand(job).timeout(PAUSE).send();
        }
    }
}
