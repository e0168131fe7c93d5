package io.gridloop.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form files that Tasklist shows too. */
@Component
class Forms {

    private final ObjectMapper json;
    private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

    Forms(ObjectMapper json) {
        this.json = json;
    }

    /** The schema of a form; its name is the file's without the ending. */
    JsonNode schema(String form) {
        return read.computeIfAbsent(form, this::read);
    }

    private JsonNode read(String form) {
        try (var file = new ClassPathResource("forms/" + form + ".form").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
