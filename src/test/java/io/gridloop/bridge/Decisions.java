package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Decision instances: one for each decision that an evaluation went through. */
final class Decisions extends View {

    @Override
    String name() {
        return "decision-instances";
    }

    @Override
    Set<String> kinds() {
        return Set.of("DECISION_EVALUATION");
    }

    @Override
    void apply(EngineRecord entry) {
        int index = 0;
        for (JsonNode decision : entry.value().path("evaluatedDecisions")) {
            String id = entry.key() + "-" + ++index;
            put(id, () -> evaluated(id, entry, decision));
        }
    }

    private static ObjectNode evaluated(String id, EngineRecord entry, JsonNode decision) {
        ObjectNode item = Json.object()
                .put("decisionEvaluationInstanceKey", id)
                .put("decisionEvaluationKey", String.valueOf(entry.key()))
                .put("state", "EVALUATED")
                .put("evaluationDate", entry.time())
                .putNull("evaluationFailure")
                .put("decisionDefinitionId", decision.path("decisionId").asText())
                .put("decisionDefinitionName", decision.path("decisionName").asText())
                .put("decisionDefinitionKey", decision.path("decisionKey").asText())
                .put("decisionDefinitionVersion", decision.path("decisionVersion").asInt())
                .put("decisionDefinitionType", decision.path("decisionType").asText())
                .put("result", decision.path("decisionOutput").asText())
                .put("tenantId", decision.path("tenantId").asText());
        fail(item, entry);
        putKeys(item, entry);
        item.set("evaluatedInputs", decision.path("evaluatedInputs"));
        item.set("matchedRules", decision.path("matchedRules"));
        return item;
    }

    private static void fail(ObjectNode item, EngineRecord entry) {
        if (entry.intent().equals("FAILED")
                && item.path("decisionDefinitionId").asText().equals(entry.text("failedDecisionId"))) {
            item.put("state", "FAILED").put("evaluationFailure", entry.text("evaluationFailureMessage"));
        }
    }

    /** The client parses these keys without asking whether they are there: "-1" stands for none. */
    private static void putKeys(ObjectNode item, EngineRecord entry) {
        for (String key : Set.of("processDefinitionKey", "processInstanceKey", "elementInstanceKey")) {
            item.put(key, entry.value().path(key).asText("-1"));
        }
    }
}
