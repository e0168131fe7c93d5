package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Process instances, called ones included. */
final class ProcessInstances extends View {

    private final Definitions definitions;
    private final Incidents incidents;

    ProcessInstances(Definitions definitions, Incidents incidents) {
        this.definitions = definitions;
        this.incidents = incidents;
    }

    @Override
    String name() {
        return "process-instances";
    }

    @Override
    Set<String> kinds() {
        return Set.of("PROCESS_INSTANCE");
    }

    @Override
    void apply(EngineRecord entry) {
        if (!entry.text("bpmnElementType").equals("PROCESS")) {
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
        ObjectNode process = definitions.process(item);
        return item.put("processDefinitionName", process.path("name").asText())
                .put("processDefinitionVersionTag", process.path("versionTag").textValue())
                .put("hasIncident",
                        incidents.anyActive("processInstanceKey", item.path("processInstanceKey").asText()));
    }

    /** The keys of instances that still run and were called by none: these are the ones that can be cancelled. */
    List<String> activeRoots() {
        return super.items()
                .filter(item -> item.path("state").asText().equals("ACTIVE"))
                .filter(item -> item.path("parentProcessInstanceKey").isNull())
                .map(item -> item.path("processInstanceKey").asText())
                .toList();
    }

    private static ObjectNode started(EngineRecord entry) {
        ObjectNode item = Json.object()
                .put("processInstanceKey", String.valueOf(entry.key()))
                .put("processDefinitionKey", entry.text("processDefinitionKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("processDefinitionVersion", entry.number("version"))
                .put("parentProcessInstanceKey", entry.text("parentProcessInstanceKey"))
                .put("parentElementInstanceKey", entry.text("parentElementInstanceKey"))
                .put("state", "ACTIVE")
                .put("startDate", entry.time())
                .putNull("endDate")
                .put("tenantId", entry.text("tenantId"));
        item.putArray("tags");
        return item;
    }
}
