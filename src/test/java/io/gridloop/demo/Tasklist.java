package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One person's Tasklist. */
record Tasklist(WebappSession session) {

    private static final int PAGE_SIZE = 50;
    private static final int ALL = 1000;

    /** The open tasks assigned to this person, the oldest first, at most 50. */
    List<DemoTask> tasks() {
        var search = Map.of("state", "CREATED", "assignee", session.login(), "pageSize", PAGE_SIZE,
                "sort", List.of(Map.of("field", "creationTime", "order", "ASC")),
                "includeVariables", DemoTask.VARIABLES.stream()
                        .map(name -> Map.of("name", name, "alwaysReturnFullValue", true)).toList());
        var found = session.call("POST", "/v1/tasks/search", search);
        return StreamSupport.stream(found.spliterator(), false).map(Tasklist::task).toList();
    }

    /** The logins of people with open tasks. */
    Set<String> assignees() {
        var found = session.call("POST", "/v1/tasks/search",
                Map.of("state", "CREATED", "assigned", true, "pageSize", ALL));
        return StreamSupport.stream(found.spliterator(), false).map(task -> task.path("assignee").asText())
                .collect(Collectors.toSet());
    }

    /**
     * Completes a task with one variable.
     *
     * @throws WebappException when Tasklist refuses
     */
    void complete(String taskId, String variable, Map<String, Object> values) {
        var answer = Map.of("variables", List.of(Map.of("name", variable, "value", WebappSession.write(values))));
        session.call("PATCH", "/v1/tasks/" + taskId + "/complete", answer);
    }

    private static DemoTask task(JsonNode found) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        found.path("variables").forEach(variable -> variables.set(variable.path("name").asText(),
                WebappSession.read(variable.path("value").asText("null"))));
        return new DemoTask(found.path("id").asText(), found.path("taskDefinitionId").asText(), variables);
    }
}
