package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.gridloop.cases.DeadlineRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a deadline is past. */
@Component
public class RecordOverdueWorker {

    private final DeadlineRecords records;

    RecordOverdueWorker(DeadlineRecords records) {
        this.records = records;
    }

    @JobWorker(type = "cases.recordOverdue", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "round", "dueAt"})
    public void overdue(@Variable long caseId, @Variable int round, @Variable @Nullable String dueAt) {
        records.overdue(caseId, round, dueAt);
    }
}
