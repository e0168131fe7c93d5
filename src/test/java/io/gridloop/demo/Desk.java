package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        return StreamSupport.stream(found.spliterator(), false).map(Desk::task).toList();
    }

    @Override
    public DemoTask open(DemoTask task) {
        ObjectNode shown = WebappSession.read(session.get("/desk/tasks/" + task.id() + ".json")).withObject("/data");
        shown.put("round", task.round());
        return new DemoTask(task.id(), task.elementId(), task.caseNumber(), task.channel(), shown);
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

    private static DemoTask task(JsonNode row) {
        return new DemoTask(row.path("key").asText(), row.path("element").asText(), row.path("caseNumber").asText(),
                row.path("channel").asText(), row);
    }
}
