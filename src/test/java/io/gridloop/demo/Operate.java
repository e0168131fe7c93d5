package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Operate shows. */
record Operate(WebappSession session) {

    private static final int PAGE_SIZE = 1000;

    /** The keys of process instances that are not at their end; at most 1000. */
    List<Long> activeInstances() {
        return active("process-instances").map(instance -> instance.path("key").asLong()).toList();
    }

    /** What the open incidents say; at most 1000. */
    List<String> incidents() {
        return active("incidents").map(incident -> incident.path("processInstanceKey").asText() + ": "
                + incident.path("message").asText()).toList();
    }

    private Stream<JsonNode> active(String kind) {
        var found = session.call("POST", "/v1/" + kind + "/search",
                Map.of("filter", Map.of("state", "ACTIVE"), "size", PAGE_SIZE));
        return StreamSupport.stream(found.path("items").spliterator(), false);
    }
}
