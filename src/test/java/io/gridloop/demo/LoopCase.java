package io.gridloop.demo;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.Resolution;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as PostgreSQL has it at the end of a run.
 *
 * @param overdue whether it ever passed its deadline
 * @param processInstanceKey null while the engine has not begun with it
 * @param open how long it was open; null while it is
 * @param assistants how many co-handlers were asked
 * @param assisted how many of them answered
 * @param trail the elements of its history, oldest first
 */
record LoopCase(
        String caseNumber,
        CaseState state,
        @Nullable Resolution resolution,
        int run,
        int round,
        boolean overdue,
        @Nullable Long processInstanceKey,
        @Nullable String handler,
        @Nullable Duration open,
        int assistants,
        int assisted,
        List<String> trail) {

    boolean isClosed() {
        return state == CaseState.CLOSED;
    }

    long count(String element) {
        return trail.stream().filter(element::equals).count();
    }
}
