package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Variables of every scope, with their whole values. */
final class Variables extends View {

    @Override
    String name() {
        return "variables";
    }

    @Override
    Set<String> kinds() {
        return Set.of("VARIABLE");
    }

    @Override
    void apply(EngineRecord entry) {
        put(entry.key(), () -> created(entry)).put("value", entry.value().path("value").asText());
    }

    private static ObjectNode created(EngineRecord entry) {
        return Json.object()
                .put("variableKey", String.valueOf(entry.key()))
                .put("name", entry.text("name"))
                .put("isTruncated", false)
                .put("scopeKey", entry.text("scopeKey"))
                .put("processInstanceKey", entry.text("processInstanceKey"))
                .put("tenantId", entry.text("tenantId"));
    }
}
