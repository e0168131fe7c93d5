package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.gridloop.cases.WhistleRecords;
import org.springframework.stereotype.Component;

/** Records that a department called by a whistle is late. */
@Component
public class RecordLateReportInWorker {

    private final WhistleRecords records;

    RecordLateReportInWorker(WhistleRecords records) {
        this.records = records;
    }

    @JobWorker(type = "cases.recordLateReportIn", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part"})
    public void late(@Variable long caseId, @Variable long part) {
        records.late(caseId, part);
    }
}
