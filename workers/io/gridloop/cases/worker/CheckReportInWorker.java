package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Answer;
import io.gridloop.cases.ReportingIn;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and records what a department says that was called by a whistle. */
@Component
public class CheckReportInWorker {

    private final ReportingIn reporting;

    CheckReportInWorker(ReportingIn reporting) {
        this.reporting = reporting;
    }

    @JobWorker(type = "cases.checkReportIn", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part", "reportIn"})
    public Map<String, @Nullable Object> check(ActivatedJob job, @Variable long caseId, @Variable long part) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey(), part);
        return reporting.check(step, Answer.of(job.getVariablesAsMap().get("reportIn")));
    }
}
