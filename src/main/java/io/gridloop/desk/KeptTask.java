package io.gridloop.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.TaskView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a phone needs of a task to handle it without a network.
 *
 * @param key of the visit, as text because it has more digits than a script's number
 * @param caseState the name of a {@code CaseState}; with {@code round} what the person has seen of the case
 * @param takesPhotos whether photographs of the handling can be added
 * @param variable the object in {@code data} that all fields of the form lie in; its fields are the answer
 * @param schema of the form
 * @param data the variables that the form shows
 */
record KeptTask(String key, String caseNumber, String title, String category, String place, String summary,
        @Nullable Instant dueAt, String caseState, int round, boolean takesPhotos, String variable, JsonNode schema,
        JsonNode data) {

    static KeptTask of(TaskView task, JsonNode schema, JsonNode data) {
        return new KeptTask(String.valueOf(task.key()), task.caseNumber(), task.title(), task.category(), task.place(),
                task.summary(), task.dueAt(), task.caseState().name(), task.round(), HandlingPhotos.takes(task),
                task.answerVariable(), schema, data);
    }
}
