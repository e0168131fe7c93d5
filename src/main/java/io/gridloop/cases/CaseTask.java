package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a case to a user task.
 *
 * @param part which of several parts that run beside the handling, as in {@link Step}
 * @param variables what its form shows, a JSON object
 * @param completedBy who really completed it; null while that is not known, empty when the engine names nobody
 */
record CaseTask(
        long elementInstanceKey,
        long caseId,
        String element,
        long part,
        long processInstanceKey,
        String assignee,
        Instant openedAt,
        String variables,
        State state,
        @Nullable String answerMark,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String completedBy,
        boolean verified,
        @Nullable Instant closedAt) {

    enum State {
        /** Waits for its person. */
        OPEN,
        /** Answered at the desk; the engine does not know yet. */
        ANSWERED,
        /** Over. */
        CLOSED
    }

    /** Somebody answered at the desk, but it was somebody else's answer that the engine took. */
    boolean overtaken() {
        return answeredBy != null && completedBy != null && !answeredBy.equals(completedBy);
    }
}
