package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A user task with the variables that a form would show.
 *
 * @param id Tasklist's id of the task
 * @param elementId the element of the diagram
 * @param variables by name; a variable that is not there is a missing node
 */
record DemoTask(String id, String elementId, JsonNode variables) {

    /** What a task's form needs and the demo staff reads. */
    static final List<String> VARIABLES = List.of("caseNumber", "caseCard", "options", "formProblem", "round");

    String caseNumber() {
        return variables.path("caseNumber").asText();
    }

    /** The source channel as people read it on the case card. */
    String channel() {
        return variables.path("caseCard").path("channel").asText();
    }

    /** Whether the last answer was sent back. */
    boolean wasSentBack() {
        return variables.path("formProblem").isTextual();
    }

    int round() {
        return variables.path("round").asInt(1);
    }

    /** The values that a list of the form offers. */
    List<String> options(String list) {
        return StreamSupport.stream(variables.path("options").path(list).spliterator(), false)
                .map(option -> option.path("value").asText()).toList();
    }
}
