package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A user task with the variables that a form would show.
 *
 * @param id the id of the task where it was found
 * @param elementId the element of the diagram
 * @param channel name of the source channel
 * @param variables by name; a variable that is not there is a missing node
 */
record DemoTask(String id, String elementId, String caseNumber, String channel, JsonNode variables) {

    /** What a task's form needs and the demo staff reads. */
    static final List<String> VARIABLES = List.of("caseNumber", "caseCard", "options", "formProblem", "round");

    /** Whether the last answer was sent back. */
    boolean wasSentBack() {
        return variables.path("formProblem").isTextual();
    }

    /** The same task after its form has named a problem. */
    DemoTask sentBack(String problem) {
        ObjectNode shown = variables.deepCopy();
        shown.put("formProblem", problem);
        return new DemoTask(id, elementId, caseNumber, channel, shown);
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
