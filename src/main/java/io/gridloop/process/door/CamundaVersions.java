package io.gridloop.process.door;

import io.camunda.client.CamundaClient;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.engine.Verdicts;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Orders a process instance that cannot begin, because it should begin at an element that no diagram has: the engine
 * refuses with NOT_FOUND when it has no such version, with INVALID_ARGUMENT when it has. Nothing is ever created. A
 * decision is evaluated: the answer names the version.
 */
@Component
class CamundaVersions implements EngineVersions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<CamundaClient> client;

    CamundaVersions(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    @Override
    public Answer hasProcess(String processId, int version) {
        try {
            client.getObject().newCreateInstanceCommand().bpmnProcessId(processId).version(version)
                    .startBeforeElement("Nowhere_" + UUID.randomUUID()).requestTimeout(PATIENCE).execute();
            return Answer.THERE;
        } catch (RuntimeException e) {
            var verdict = Verdicts.of(e);
            return verdict == Verdict.GONE
                    ? Answer.MISSING
                    : verdict == Verdict.REFUSED ? Answer.THERE : Answer.UNKNOWN;
        }
    }

    @Override
    public OptionalInt newestDecision(String decisionId) {
        try {
            return OptionalInt.of(client.getObject().newEvaluateDecisionCommand().decisionId(decisionId)
                    .variables(Map.of()).requestTimeout(PATIENCE).execute().getDecisionVersion());
        } catch (RuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
