package io.gridloop.notify.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.gridloop.notify.ResidentMessages;
import org.springframework.stereotype.Component;

/** Tells the resident how their case ended. */
@Component
public class TellResidentWorker {

    private final ResidentMessages messages;

    TellResidentWorker(ResidentMessages messages) {
        this.messages = messages;
    }

    @JobWorker(type = "notify.tellResident", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = "caseId")
    public void tell(@Variable long caseId) {
        messages.tellEnd(caseId);
    }
}
