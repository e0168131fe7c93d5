package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What process instances wait for. */
final class MessageSubscriptions extends View {

    @Override
    String name() {
        return "message-subscriptions";
    }

    @Override
    Set<String> kinds() {
        return Set.of("PROCESS_MESSAGE_SUBSCRIPTION");
    }

    @Override
    void apply(EngineRecord entry) {
        switch (entry.intent()) {
            case "CREATED", "CORRELATED", "DELETED" -> put(entry.key(), () -> opened(entry))
                    .put("messageSubscriptionState", entry.intent())
                    .put("lastUpdatedDate", entry.time());
            default -> {
            }
        }
    }

    private static ObjectNode opened(EngineRecord entry) {
        return Json.object()
                .put("messageSubscriptionKey", String.valueOf(entry.key()))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .putNull("processDefinitionKey")
                .put("elementId", entry.text("elementId"))
                .put("elementInstanceKey", entry.text("elementInstanceKey"))
                .put("messageName", entry.text("messageName"))
                .put("correlationKey", entry.text("correlationKey"))
                .put("tenantId", entry.text("tenantId"));
    }
}
