package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gridloop.cases.SourceChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One person's Tasklist. */
record Tasklist(WebappSession session) implements Workplace {

    private static final int PAGE_SIZE = 50;

    /** The open tasks assigned to this person, the oldest first, at most 50. */
    @Override
    public List<DemoTask> tasks() {
        var search = Map.of("state", "CREATED", "assignee", session.login(), "pageSize", PAGE_SIZE,
                "sort", List.of(Map.of("field", "creationTime", "order", "ASC")),
                "includeVariables", DemoTask.VARIABLES.stream()
                        .map(name -> Map.of("name", name, "alwaysReturnFullValue", true)).toList());
        var found = session.call("POST", "/v1/tasks/search", search);
        return StreamSupport.stream(found.spliterator(), false).map(Tasklist::task)
                // Tasklist shows a task a moment before its variables.
                .filter(task -> !task.caseNumber().isEmpty()).toList();
    }

    @Override
    public DemoTask open(DemoTask task) {
        return task;
    }

    @Override
    public Optional<String> complete(DemoTask task, String variable, Map<String, Object> values) {
        var answer = Map.of("variables", List.of(Map.of("name", variable, "value", WebappSession.write(values))));
        session.call("PATCH", "/v1/tasks/" + task.id() + "/complete", answer);
        return Optional.empty();
    }

    private static DemoTask task(JsonNode found) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        found.path("variables").forEach(variable -> variables.set(variable.path("name").asText(),
                WebappSession.read(variable.path("value").asText("null"))));
        return new DemoTask(found.path("id").asText(), found.path("taskDefinitionId").asText(),
                variables.path("caseNumber").asText(), channel(variables.path("caseCard").path("channel").asText()),
                variables);
    }

    /** The card has the channel as people read it. */
    private static String channel(String label) {
        return Stream.of(SourceChannel.values()).filter(channel -> channel.label().equals(label)).findFirst()
                .map(SourceChannel::name).orElse("");
    }
}
