package io.gridloop.cases.worker;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.Registering;
import io.gridloop.cases.Resumption;
import io.gridloop.cases.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ties a case to its process instance. An instance that is one too many ends here, before anybody sees its tasks; one
 * that follows on an instance that the engine lost is led to the step that the case has reached.
 */
@Component
public class RegisterCaseWorker {

    private final Registering registering;
    private final CamundaClient engine;

    RegisterCaseWorker(Registering registering, CamundaClient engine) {
        this.registering = registering;
        this.engine = engine;
    }

    @JobWorker(type = "cases.registerCase", timeout = 60_000, maxJobsActive = 32, streamEnabled = false, fetchVariables = {
            "caseId", "run"})
    public @Nullable Map<String, @Nullable Object> register(ActivatedJob job, @Variable long caseId,
            @Variable int run) {
        var step = new Step(caseId, job.getElementId(), job.getElementInstanceKey());
        var registered = registering.register(step, run, job.getProcessInstanceKey());
        if (registered.isEmpty()) {
            return cancel(job);
        }
        registering.runsOn(caseId, job.getProcessDefinitionVersion());
        return registering.resume(caseId).map(there -> move(job, there)).orElseGet(registered::get);
    }

    // The job ends with its instance; completing it afterwards is refused with NOT_FOUND, which the client ignores.
    private @Nullable Map<String, @Nullable Object> cancel(ActivatedJob job) {
        engine.newCancelInstanceCommand(job.getProcessInstanceKey()).send().join();
        return null;
    }

    private @Nullable Map<String, @Nullable Object> move(ActivatedJob job, Resumption there) {
        engine.newModifyProcessInstanceCommand(job.getProcessInstanceKey())
                .activateElement(there.element()).withVariables(there.variables())
                .and().terminateElement(job.getElementInstanceKey()).send().join();
        return null;
    }
}
