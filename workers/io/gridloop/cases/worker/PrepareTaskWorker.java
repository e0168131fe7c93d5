package io.gridloop.cases.worker;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Instance;
import io.gridloop.cases.Step;
import io.gridloop.cases.TaskCards;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a user task before its person sees it; works for every user task. */
@Component
public class PrepareTaskWorker {

    private final TaskCards cards;

    PrepareTaskWorker(TaskCards cards) {
        this.cards = cards;
    }

    @JobWorker(type = "cases.prepareTask", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "part", "formProblem", "classification", "acceptance", "assignment", "signing", "handling",
            "supervision", "verification", "inspection", "approval", "supervisionReply", "supervisionReview",
            "assistance", "reportIn", "whistleClosing"})
    public Map<String, @Nullable Object> prepare(ActivatedJob job, @Variable long caseId) {
        var part = job.getVariablesAsMap().get("part") instanceof Number number ? number.longValue() : 0;
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey(), part);
        var instance = new Instance(job.getProcessInstanceKey(), job.getBpmnProcessId(),
                job.getProcessDefinitionVersion());
        return cards.prepare(step, instance, job.getVariablesAsMap());
    }
}
