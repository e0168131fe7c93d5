package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** Sequence flows taken; the coverage report counts them. */
final class SequenceFlows extends View {

    @Override
    String name() {
        return "sequence-flows";
    }

    @Override
    Set<String> kinds() {
        return Set.of("PROCESS_INSTANCE");
    }

    @Override
    void apply(EngineRecord entry) {
        if (!entry.intent().equals("SEQUENCE_FLOW_TAKEN")) {
            return;
        }
        String id = entry.text("processInstanceKey") + "_" + entry.text("elementId");
        put(id, () -> Json.object()
                .put("sequenceFlowId", id)
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionKey", entry.text("processDefinitionKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("elementId", entry.text("elementId"))
                .put("tenantId", entry.text("tenantId")));
    }

    Stream<ObjectNode> of(String processInstanceKey) {
        return items().filter(flow -> flow.path("processInstanceKey").asText().equals(processInstanceKey));
    }
}
