package io.gridloop.process.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Looks by setting no variable: the engine refuses that only for what it does not have. */
@Component
class CamundaInstances implements Instances {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How long the answer to the first of two commands may come after that to the second. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String NOWHERE = "no-such-element";

    private final ObjectProvider<CamundaClient> client;
    private final UserTaskSearch search;

    CamundaInstances(ObjectProvider<CamundaClient> client, UserTaskSearch search) {
        this.client = client;
        this.search = search;
    }

    /** A negative key is one of an engine that is lost, see EngineLinks. */
    @Override
    public Verdict look(long key) {
        return key < 0
                ? Verdict.GONE
                : verdict(engine -> engine.newSetVariablesCommand(key).variables(Map.of()).local(true));
    }

    // A banned instance has its variables set all the same: that goes by another key. A partition takes commands in their
    // order, so when it answers the second one it has dropped the first, however slow it is.
    @Override
    public boolean banned(long key) {
        if (key < 0) {
            return false;
        }
        try {
            var probe = client.getObject().newModifyProcessInstanceCommand(key).activateElement(NOWHERE)
                    .requestTimeout(PATIENCE.multipliedBy(2)).send();
            return look(key) == Verdict.DONE && !answers(probe);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean answers(Future<?> probe) {
        try {
            probe.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public boolean over(long processInstanceKey, long elementInstanceKey) {
        try {
            return search.now(processInstanceKey, elementInstanceKey).filter(UserTask::over).isPresent();
        } catch (RestClientException e) {
            return false;
        }
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
