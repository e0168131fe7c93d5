package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.FollowingOrder;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks where an order of supervision stands. */
@Component
public class OpenSupervisionWorker {

    private final FollowingOrder following;

    OpenSupervisionWorker(FollowingOrder following) {
        this.following = following;
    }

    @JobWorker(type = "cases.openSupervision", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "orderId"})
    public Map<String, @Nullable Object> open(ActivatedJob job, @Variable long caseId, @Variable long orderId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        return following.open(step, orderId, job.getProcessInstanceKey());
    }
}
