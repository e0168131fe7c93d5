package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** Element instances. The process itself is none of them, or no element could ever be the only active one. */
final class ElementInstances extends View {

    private static final Set<String> NOT_ELEMENTS = Set.of("PROCESS", "SEQUENCE_FLOW");

    private final Definitions definitions;
    private final Incidents incidents;

    ElementInstances(Definitions definitions, Incidents incidents) {
        this.definitions = definitions;
        this.incidents = incidents;
    }

    @Override
    String name() {
        return "element-instances";
    }

    @Override
    Set<String> kinds() {
        return Set.of("PROCESS_INSTANCE");
    }

    @Override
    void apply(EngineRecord entry) {
        if (NOT_ELEMENTS.contains(entry.text("bpmnElementType"))) {
            return;
        }
        ObjectNode item = put(entry.key(), () -> started(entry));
        switch (entry.intent()) {
            case "ELEMENT_COMPLETED" -> item.put("state", "COMPLETED").put("endDate", entry.time());
            case "ELEMENT_TERMINATED" -> item.put("state", "TERMINATED").put("endDate", entry.time());
            default -> {
            }
        }
    }

    @Override
    Stream<ObjectNode> items() {
        return super.items().map(this::complete);
    }

    @Override
    ObjectNode complete(ObjectNode item) {
        String key = item.path("elementInstanceKey").asText();
        return item.put("hasIncident", incidents.anyActive("elementInstanceKey", key))
                .put("incidentKey", incidents.activeKey("elementInstanceKey", key));
    }

    private ObjectNode started(EngineRecord entry) {
        return Json.object()
                .put("elementInstanceKey", String.valueOf(entry.key()))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionKey", entry.text("processDefinitionKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("elementId", entry.text("elementId"))
                .put("elementName", definitions.nameOf(entry.text("processDefinitionKey"), entry.text("elementId")))
                .put("type", entry.text("bpmnElementType"))
                .put("elementInstanceScopeKey", entry.text("flowScopeKey"))
                .put("state", "ACTIVE")
                .put("startDate", entry.time())
                .putNull("endDate")
                .put("tenantId", entry.text("tenantId"));
    }
}
