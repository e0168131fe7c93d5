package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one department does beside the one that leads, in one round of a case.
 *
 * @param department code of the department
 * @param person login of who has it
 * @param warnAt when a fifth of the time is left; null while the clock of the case stands still
 * @param result what was done, or why nothing was to be done
 * @param reminded how often the lead or the grid leader reminded them
 */
record Assistance(
        long id,
        long caseId,
        String department,
        String person,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String result,
        AssistanceOutcome outcome,
        @Nullable Instant overdueAt,
        int reminded,
        @Nullable Instant remindedAt) {

    boolean open() {
        return outcome == AssistanceOutcome.OPEN;
    }

    @Nullable
    Light light(Instant now) {
        return !open() || warnAt == null || dueAt == null ? null : Light.at(now, warnAt, dueAt);
    }

    /** Whether the answer came, or is still missing, after the deadline. */
    boolean late() {
        return overdueAt != null || (doneAt != null && dueAt != null && doneAt.isAfter(dueAt));
    }
}
