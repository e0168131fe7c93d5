package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.gridloop.cases.AssistanceRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a co-handler is late. */
@Component
public class RecordAssistOverdueWorker {

    private final AssistanceRecords records;

    RecordAssistOverdueWorker(AssistanceRecords records) {
        this.records = records;
    }

    @JobWorker(type = "cases.recordAssistOverdue", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part", "dueAt"})
    public void overdue(@Variable long caseId, @Variable long part, @Variable @Nullable String dueAt) {
        records.overdue(caseId, part, dueAt);
    }
}
