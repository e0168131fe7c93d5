package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.gridloop.cases.DeadlineRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a deadline comes near. */
@Component
public class RecordWarningWorker {

    private final DeadlineRecords records;

    RecordWarningWorker(DeadlineRecords records) {
        this.records = records;
    }

    @JobWorker(type = "cases.recordWarning", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "round", "warnAt"})
    public void warn(@Variable long caseId, @Variable int round, @Variable @Nullable String warnAt) {
        records.warn(caseId, round, warnAt);
    }
}
