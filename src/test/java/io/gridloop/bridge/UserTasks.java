package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Camunda user tasks. */
final class UserTasks extends View {

    // What changes a task and leaves it open brings it back to CREATED, as in 8.8.
    private static final Map<String, String> STATES = Map.of(
            "CREATING", "CREATING",
            "CREATED", "CREATED",
            "ASSIGNED", "CREATED",
            "UPDATED", "CREATED",
            "COMPLETING", "COMPLETING",
            "COMPLETED", "COMPLETED",
            "CANCELING", "CANCELING",
            "CANCELED", "CANCELED");

    private final Definitions definitions;

    UserTasks(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    String name() {
        return "user-tasks";
    }

    @Override
    Set<String> kinds() {
        return Set.of("USER_TASK");
    }

    @Override
    void apply(EngineRecord entry) {
        String state = STATES.get(entry.intent());
        if (state == null) {
            return;
        }
        ObjectNode item = put(entry.key(), () -> created(entry)).put("state", state);
        describe(item, entry);
        if (state.equals("COMPLETED")) {
            item.put("completionDate", entry.time());
        }
    }

    private ObjectNode created(EngineRecord entry) {
        String definitionKey = entry.text("processDefinitionKey");
        return Json.object()
                .put("userTaskKey", String.valueOf(entry.key()))
                .put("elementInstanceKey", entry.text("elementInstanceKey"))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionKey", definitionKey)
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("processDefinitionVersion", entry.number("processDefinitionVersion"))
                .put("processName", definitions.nameOf(definitionKey, entry.text("bpmnProcessId")))
                .put("elementId", entry.text("elementId"))
                .put("name", definitions.nameOf(definitionKey, entry.text("elementId")))
                .put("formKey", entry.text("formKey"))
                .put("externalFormReference", entry.text("externalFormReference"))
                .put("creationDate", entry.time())
                .putNull("completionDate")
                .put("tenantId", entry.text("tenantId"));
    }

    private static void describe(ObjectNode item, EngineRecord entry) {
        item.put("assignee", entry.text("assignee"))
                .put("dueDate", entry.text("dueDate"))
                .put("followUpDate", entry.text("followUpDate"))
                .put("priority", entry.number("priority"));
        item.set("candidateGroups", entry.value().path("candidateGroupsList"));
        item.set("candidateUsers", entry.value().path("candidateUsersList"));
        item.set("customHeaders", entry.value().path("customHeaders"));
    }
}
