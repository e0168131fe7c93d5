package io.gridloop.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.TaskView;

/** The desk as programs read it; its fields are kept as they are. */
final class DeskJson {

    private DeskJson() {}

    /**
     * One open task.
     *
     * @param key of the visit, as text because it has more digits than a script's number
     * @param element id of the user task
     * @param channel how the case came, the name of a {@code SourceChannel}
     * @param round 1 at first, one more for each rework
     * @param sentBack whether the last answer came back with a problem
     */
    record Row(String key, String caseNumber, String element, String channel, int round, String light,
            boolean sentBack) {

        static Row of(TaskView task) {
            return new Row(String.valueOf(task.key()), task.caseNumber(), task.element(), task.channel().name(),
                    task.round(), DeskLight.of(task).name(), task.sentBack());
        }
    }

    /**
     * One task with everything its form needs.
     *
     * @param variable the object in {@code data} that all fields of the form lie in; its fields are the answer
     * @param schema of the form
     * @param data the variables that the form shows
     */
    record Task(String key, String caseNumber, String element, String channel, int round, String state,
            String variable, JsonNode schema, JsonNode data) {}

    /** @param state {@code OPEN}, {@code ANSWERED} (the engine does not know yet) or {@code CLOSED} */
    record State(String key, String state) {}
}
