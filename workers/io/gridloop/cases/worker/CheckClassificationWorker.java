package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Classifying;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what the intake officer added. */
@Component
public class CheckClassificationWorker {

    private final Classifying classifying;

    CheckClassificationWorker(Classifying classifying) {
        this.classifying = classifying;
    }

    @JobWorker(type = "cases.checkClassification", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "classification"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return classifying.check(step, Answer.of(job.getVariablesAsMap().get("classification")));
    }
}
