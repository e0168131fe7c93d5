package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Step;
import io.gridloop.cases.WhistleRecords;
import org.springframework.stereotype.Component;

/** Records which departments did not answer a whistle at all. */
@Component
public class RecordAbsenceWorker {

    private final WhistleRecords records;

    RecordAbsenceWorker(WhistleRecords records) {
        this.records = records;
    }

    @JobWorker(type = "cases.recordAbsence", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part"})
    public void absent(ActivatedJob job, @Variable long caseId, @Variable long part) {
        records.absent(new Step(caseId, job.getElementId(), job.getElementInstanceKey(), part));
    }
}
