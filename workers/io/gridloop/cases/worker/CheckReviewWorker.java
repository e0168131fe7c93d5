package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.ReviewingReply;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what the supervisor says of a reply. */
@Component
public class CheckReviewWorker {

    private final ReviewingReply reviewing;

    CheckReviewWorker(ReviewingReply reviewing) {
        this.reviewing = reviewing;
    }

    @JobWorker(type = "cases.checkReview", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "orderId", "supervisionReview"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId, @Variable long orderId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return reviewing.check(step, orderId, Answer.of(job.getVariablesAsMap().get("supervisionReview")));
    }
}
