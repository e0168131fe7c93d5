package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A co-handler of a case as staff see it; phone and identity numbers are masked.
 *
 * @param department in Chinese
 * @param person unit, role and name
 * @param dueAt null while the clock of the case stands still
 * @param light while it is waited for
 * @param late whether the answer came, or is still missing, after the deadline
 * @param result what was done, or why nothing was to be done
 * @param reminded how often they were reminded
 */
public record AssistanceView(
        long id,
        String department,
        String person,
        AssistanceOutcome outcome,
        @Nullable Instant dueAt,
        @Nullable Light light,
        boolean late,
        @Nullable Instant doneAt,
        @Nullable String result,
        int reminded) {

    /** Whether it is waited for. */
    public boolean open() {
        return outcome == AssistanceOutcome.OPEN;
    }
}
