package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One record of the engine's log, as exported.
 *
 * @param kind the value type, such as {@code PROCESS_INSTANCE}
 * @param intent what happened, such as {@code ELEMENT_COMPLETED}
 * @param key of the entity that it happened to
 * @param sequence counts the records of one kind without gaps
 * @param value the entity's properties
 */
record EngineRecord(String kind, String intent, long key, long sequence, long timestamp, JsonNode value) {

    // A fixed number of digits, so that dates can be sorted as text.
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    static EngineRecord of(JsonNode source) {
        return new EngineRecord(
                source.path("valueType").asText(),
                source.path("intent").asText(),
                source.path("key").asLong(),
                source.path("sequence").asLong(),
                source.path("timestamp").asLong(),
                source.path("value"));
    }

    /** A property as text; null where the engine has nothing, which it writes as "" or -1. */
    @Nullable
    String text(String property) {
        String text = value.path(property).asText();
        return text.isEmpty() || text.equals("-1") ? null : text;
    }

    long number(String property) {
        return value.path(property).asLong();
    }

    /** When it happened, by the engine's clock, ISO-8601 in UTC. */
    String time() {
        return ISO.format(Instant.ofEpochMilli(timestamp));
    }
}
