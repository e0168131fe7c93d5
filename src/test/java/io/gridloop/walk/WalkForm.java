package io.gridloop.walk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.core.io.ClassPathResource;

/** The form of a human step as the designers drew it: what can be answered stands there and nowhere else. */
record WalkForm(String variable, List<WalkField> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** @param file the name of the form without its ending */
    static WalkForm read(String file, String variable) {
        try (var content = new ClassPathResource("forms/" + file + ".form").getInputStream()) {
            return new WalkForm(variable,
                    StreamSupport.stream(JSON.readTree(content).path("components").spliterator(), false)
                            .filter(component -> component.path("key").asText().startsWith(variable + "."))
                            .map(WalkField::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<WalkField> decision() {
        return fields.stream().filter(WalkField::decides).findFirst();
    }

    /** What a person sees who has answered so far, the decision aside. */
    List<WalkField> visible(Map<String, Object> shown, Map<String, Object> answered) {
        return fields.stream().filter(field -> !field.decides() && shows(field, shown, answered)).toList();
    }

    /** Whether a person sees this field who has answered so far. */
    boolean shows(WalkField field, Map<String, Object> shown, Map<String, Object> answered) {
        if (field.hiddenWhen() == null) {
            return true;
        }
        var variables = new HashMap<>(shown);
        variables.put(variable, answered);
        return !Boolean.TRUE.equals(FEEL.evaluateExpression(field.hiddenWhen(), variables).result());
    }
}
