package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One person's desk in gridloop, by the addresses that its pages use. */
record Desk(GridloopSession session) implements Workplace {

    private static final int UNPROCESSABLE = 422;

    @Override
    public List<DemoTask> tasks() {
        var found = WebappSession.read(session.get("/desk/tasks.json"));
        var list = found.isArray() ? found : found.path("tasks");
        return StreamSupport.stream(list.spliterator(), false).map(task -> task(task, task)).toList();
    }

    @Override
    public DemoTask open(DemoTask task) {
        var found = WebappSession.read(session.get("/desk/tasks/" + task.id() + ".json"));
        return new DemoTask(task.id(), task.elementId(), task.caseNumber(), task.channel(), found.path("variables"));
    }

    @Override
    public Optional<String> complete(DemoTask task, String variable, Map<String, Object> values) {
        try {
            session.postJson("/desk/tasks/" + task.id(), WebappSession.write(values));
            return Optional.empty();
        } catch (WebappException e) {
            if (e.status() == UNPROCESSABLE) {
                return Optional.of(e.getMessage());
            }
            throw e;
        }
    }

    private static DemoTask task(JsonNode task, JsonNode variables) {
        return new DemoTask(task.path("key").asText(), task.path("element").asText(), task.path("caseNumber").asText(),
                task.path("channel").asText(), variables);
    }
}
