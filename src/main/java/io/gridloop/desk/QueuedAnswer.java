package io.gridloop.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waited on a phone, as the phone sends it; nothing checked yet.
 *
 * @param login of whoever saved it
 * @param task key of the visit that it answers
 * @param caseState the state of the case when the task was kept, the name of a {@code CaseState}
 * @param round the round of the case then
 * @param answer the fields of the form
 * @param photos how many photographs belong to it; nothing is none
 * @param savedAt when it was saved by the clock of the phone, ISO 8601
 */
record QueuedAnswer(
        @Nullable String login,
        @Nullable String task,
        @Nullable String caseState,
        @Nullable Integer round,
        @Nullable Map<String, Object> answer,
        @Nullable Integer photos,
        @Nullable String savedAt) {

    private static final String KEY = "\\d{1,18}";

    /** The key of its task; 0 when that is none. */
    long taskKey() {
        return task != null && task.matches(KEY) ? Long.parseLong(task) : 0;
    }

    /** The fields of the form; none when there is no answer. */
    Map<String, Object> fields() {
        return answer == null ? Map.of() : answer;
    }

    /** How many photographs it says that it has. */
    int photoCount() {
        return photos == null ? 0 : photos;
    }
}
