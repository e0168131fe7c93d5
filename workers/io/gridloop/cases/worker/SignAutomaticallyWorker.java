package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.SigningFor;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs for a case that nobody signed for in time. */
@Component
public class SignAutomaticallyWorker {

    private final SigningFor signing;

    SignAutomaticallyWorker(SigningFor signing) {
        this.signing = signing;
    }

    @JobWorker(type = "cases.signAutomatically", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId"})
    public Map<String, @Nullable Object> sign(ActivatedJob job, @Variable long caseId) {
        return signing.signAutomatically(new Step(caseId, job.getElementId(), job.getElementInstanceKey()));
    }
}
