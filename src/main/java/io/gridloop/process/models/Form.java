package io.gridloop.process.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A form file. */
record Form(String file, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    static Form read(String file, byte[] content) throws InvalidModelException {
        try {
            var json = JSON.readTree(content);
            if (!json.path("components").isArray()) {
                throw new InvalidModelException("不是表单：缺少 components");
            }
            return new Form(file, json);
        } catch (IOException e) {
            throw new InvalidModelException("不是合格的 JSON：" + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    String id() {
        return json.path("id").asText();
    }

    /** Keys of all fields, also those inside groups. */
    Stream<String> keys() {
        return values(json, "key");
    }

    /** Ids of all components, also those inside groups. */
    Stream<String> ids() {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .flatMap(component -> values(component, "id"));
    }

    private static Stream<String> values(JsonNode node, String name) {
        var own = node.has(name) ? Stream.of(node.path(name).asText()) : Stream.<String>empty();
        var inner = StreamSupport.stream(node.path("components").spliterator(), false)
                .flatMap(component -> values(component, name));
        return Stream.concat(own, inner);
    }
}
