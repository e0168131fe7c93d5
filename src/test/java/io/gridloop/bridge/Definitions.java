package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Deployed processes, with their diagrams and the names of their elements. */
final class Definitions extends View {

    static final String KIND = "PROCESS";

    private final Map<String, byte[]> diagrams = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();

    @Override
    String name() {
        return "process-definitions";
    }

    @Override
    Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    void apply(EngineRecord entry) {
        if (!entry.intent().equals("CREATED")) {
            return;
        }
        String key = entry.text("processDefinitionKey");
        diagrams.put(key, Base64.getDecoder().decode(entry.value().path("resource").asText()));
        put(key, Json::object)
                .put("processDefinitionKey", key)
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("name", nameOf(key, entry.text("bpmnProcessId")))
                .put("resourceName", entry.text("resourceName"))
                .put("version", entry.number("version"))
                .put("versionTag", entry.text("versionTag"))
                .put("tenantId", entry.text("tenantId"))
                .put("hasStartForm", false);
    }

    /** Definitions outlive a test: the engine keeps them, and deploying an unchanged one again makes no new record. */
    @Override
    void forget() {}

    Optional<byte[]> diagram(String key) {
        return Optional.ofNullable(diagrams.get(key));
    }

    /** The name of an element or of the process itself; its id where it has no name. */
    String nameOf(@Nullable String definitionKey, @Nullable String elementId) {
        String id = String.valueOf(elementId);
        byte[] diagram = diagrams.get(String.valueOf(definitionKey));
        return diagram == null
                ? id
                : names.computeIfAbsent(String.valueOf(definitionKey), key -> namesIn(diagram)).getOrDefault(id, id);
    }

    ObjectNode process(ObjectNode item) {
        return item("" + item.path("processDefinitionKey").asText()).findFirst().orElseGet(Json::object);
    }

    private static Map<String, String> namesIn(byte[] diagram) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(diagram));
        Map<String, String> names = new HashMap<>();
        model.getModelElementsByType(FlowElement.class)
                .forEach(element -> put(names, element.getId(), element.getName()));
        model.getModelElementsByType(Process.class).forEach(process -> put(names, process.getId(), process.getName()));
        return names;
    }

    private static void put(Map<String, String> names, String id, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.put(id, name);
        }
    }
}
