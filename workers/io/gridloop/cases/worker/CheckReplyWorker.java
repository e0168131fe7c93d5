package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Replying;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records the reply to an order of supervision. */
@Component
public class CheckReplyWorker {

    private final Replying replying;

    CheckReplyWorker(Replying replying) {
        this.replying = replying;
    }

    @JobWorker(type = "cases.checkReply", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "orderId", "supervisionReply"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId, @Variable long orderId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return replying.check(step, orderId, Answer.of(job.getVariablesAsMap().get("supervisionReply")));
    }
}
