package io.gridloop.process.reconcile;

import io.camunda.client.CamundaClient;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.engine.Verdicts;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets no variable on the instance: the engine refuses that only for an instance that it does not have. */
@Component
class CamundaInstances implements Instances {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<CamundaClient> client;

    CamundaInstances(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    @Override
    public Verdict look(long processInstanceKey) {
        try {
            client.getObject().newSetVariablesCommand(processInstanceKey).variables(Map.of()).local(true)
                    .requestTimeout(PATIENCE).execute();
            return Verdict.DONE;
        } catch (RuntimeException e) {
            return Verdicts.of(e);
        }
    }
}
