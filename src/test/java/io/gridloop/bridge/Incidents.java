package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents. */
final class Incidents extends View {

    @Override
    String name() {
        return "incidents";
    }

    @Override
    Set<String> kinds() {
        return Set.of("INCIDENT");
    }

    @Override
    void apply(EngineRecord entry) {
        switch (entry.intent()) {
            case "CREATED" -> put(entry.key(), () -> created(entry));
            case "RESOLVED" -> known(entry.key()).put("state", "RESOLVED");
            default -> {
            }
        }
    }

    boolean anyActive(String property, String key) {
        return activeKey(property, key) != null;
    }

    @Nullable
    String activeKey(String property, String key) {
        return active()
                .filter(incident -> incident.path(property).asText().equals(key))
                .map(incident -> incident.path("incidentKey").asText())
                .findFirst()
                .orElse(null);
    }

    private Stream<ObjectNode> active() {
        return items().filter(incident -> incident.path("state").asText().equals("ACTIVE"));
    }

    private static ObjectNode created(EngineRecord entry) {
        return Json.object()
                .put("incidentKey", String.valueOf(entry.key()))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionKey", entry.text("processDefinitionKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("elementId", entry.text("elementId"))
                .put("elementInstanceKey", entry.text("elementInstanceKey"))
                .put("jobKey", entry.text("jobKey"))
                .put("errorType", entry.text("errorType"))
                .put("errorMessage", entry.text("errorMessage"))
                .put("creationTime", entry.time())
                .put("state", "ACTIVE")
                .put("tenantId", entry.text("tenantId"));
    }
}
