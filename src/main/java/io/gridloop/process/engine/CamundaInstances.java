package io.gridloop.process.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks by setting no variable: the engine refuses that only for what it does not have. */
@Component
class CamundaInstances implements Instances {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<CamundaClient> client;

    CamundaInstances(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    /** A negative key is one of an engine that is lost, see EngineLinks. */
    @Override
    public Verdict look(long key) {
        return key < 0
                ? Verdict.GONE
                : verdict(engine -> engine.newSetVariablesCommand(key).variables(Map.of()).local(true));
    }

    @Override
    public Verdict cancel(long processInstanceKey) {
        return processInstanceKey < 0
                ? Verdict.GONE
                : verdict(engine -> engine.newCancelInstanceCommand(processInstanceKey));
    }

    private Verdict verdict(Function<CamundaClient, FinalCommandStep<?>> command) {
        try {
            command.apply(client.getObject()).requestTimeout(PATIENCE).execute();
            return Verdict.DONE;
        } catch (RuntimeException e) {
            return Verdicts.of(e);
        }
    }
}
