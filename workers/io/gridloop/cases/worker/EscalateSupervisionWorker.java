package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.FollowingOrder;
import io.gridloop.cases.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Raises an order of supervision that nobody replied to in time. */
@Component
public class EscalateSupervisionWorker {

    private final FollowingOrder following;

    EscalateSupervisionWorker(FollowingOrder following) {
        this.following = following;
    }

    @JobWorker(type = "cases.escalateSupervision", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "orderId", "replyDueAt"})
    public void escalate(ActivatedJob job, @Variable long caseId, @Variable long orderId,
            @Variable @Nullable String replyDueAt) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        following.escalate(step, orderId, replyDueAt);
    }
}
