package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.Dispatching;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a case to a named person under a deadline. */
@Component
public class DispatchCaseWorker {

    private final Dispatching dispatching;

    DispatchCaseWorker(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @JobWorker(type = "cases.dispatchCase", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "route", "limit"})
    public Map<String, @Nullable Object> dispatch(ActivatedJob job, @Variable long caseId) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        var variables = job.getVariablesAsMap();
        return dispatching.dispatch(step, Answer.of(variables.get("route")), Answer.of(variables.get("limit")));
    }
}
