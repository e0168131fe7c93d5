package io.gridloop.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An answer as people read it, with the labels of its form. */
@Component
class AnswerWords {

    private static final String HINT = "（[^）]*）$";

    private final Forms forms;
    private final Tasks tasks;
    private final ObjectMapper json;

    AnswerWords(Forms forms, Tasks tasks, ObjectMapper json) {
        this.forms = forms;
        this.tasks = tasks;
        this.json = json;
    }

    /** Each field with what was filled in or chosen, in Chinese. */
    String of(TaskView task, Map<String, Object> answer) {
        var schema = forms.schema(task);
        var choices = Stream.of(schema, data(task)).flatMap(from -> from.findParents("value").stream()).toList();
        return answer.entrySet().stream()
                .map(field -> label(schema, task.answerVariable() + "." + field.getKey(), field.getKey()) + "："
                        + value(choices, field.getValue()))
                .collect(Collectors.joining("；"));
    }

    private static String label(JsonNode schema, String key, String otherwise) {
        return schema.findParents("key").stream().filter(field -> field.path("key").asText().equals(key)).findFirst()
                .map(field -> field.path("label").asText(otherwise).replaceFirst(HINT, "")).orElse(otherwise);
    }

    private static String value(List<JsonNode> choices, Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(each -> choice(choices, String.valueOf(each))).collect(Collectors.joining("、"))
                : choice(choices, String.valueOf(value));
    }

    private static String choice(List<JsonNode> choices, String value) {
        return choices.stream().filter(each -> each.has("label") && each.path("value").asText().equals(value))
                .findFirst().map(each -> each.path("label").asText()).orElse(value);
    }

    private JsonNode data(TaskView task) {
        try {
            return json.readTree(tasks.formVariables(task.key()).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
