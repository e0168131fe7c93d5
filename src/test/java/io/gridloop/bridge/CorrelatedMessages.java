package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Messages that reached a process instance, or started one. */
final class CorrelatedMessages extends View {

    @Override
    String name() {
        return "correlated-message-subscriptions";
    }

    @Override
    Set<String> kinds() {
        return Set.of("PROCESS_MESSAGE_SUBSCRIPTION", "MESSAGE_START_EVENT_SUBSCRIPTION");
    }

    @Override
    void apply(EngineRecord entry) {
        if (entry.intent().equals("CORRELATED")) {
            // One subscription can be reached by many messages, one message can reach many subscriptions.
            put(entry.key() + "-" + entry.text("messageKey"), () -> correlated(entry));
        }
    }

    private static ObjectNode correlated(EngineRecord entry) {
        boolean start = entry.kind().equals("MESSAGE_START_EVENT_SUBSCRIPTION");
        return Json.object()
                .put("subscriptionKey", String.valueOf(entry.key()))
                .put("messageKey", entry.text("messageKey"))
                .put("messageName", entry.text("messageName"))
                .put("correlationKey", entry.text("correlationKey"))
                .put("correlationTime", entry.time())
                .put("elementId", entry.text(start ? "startEventId" : "elementId"))
                .put("elementInstanceKey", entry.text("elementInstanceKey"))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("processDefinitionKey", entry.text("processDefinitionKey"))
                .put("processDefinitionId", entry.text("bpmnProcessId"))
                .put("partitionId", 1)
                .put("tenantId", entry.text("tenantId"));
    }
}
