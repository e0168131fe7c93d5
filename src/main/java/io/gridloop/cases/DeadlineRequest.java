package io.gridloop.cases;

import io.gridloop.clock.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to give a running deadline more time.
 *
 * @param run of the case when it was asked
 * @param round of the case when it was asked
 * @param askedBy login
 * @param asked how much more time was asked for
 * @param dueBefore the deadline when it was asked
 * @param dueAfter the deadline that was granted
 * @param leader login of who supported or refused it on the first level
 * @param decidedBy login of who decided on the second level
 * @param granted how much more time was granted
 */
record DeadlineRequest(
        long id,
        long caseId,
        int run,
        int round,
        RequestKind kind,
        RequestState state,
        String askedBy,
        Instant askedAt,
        String reason,
        @Nullable Limit asked,
        Instant dueBefore,
        @Nullable Instant dueAfter,
        @Nullable String leader,
        @Nullable Instant leaderAt,
        @Nullable String leaderNote,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable Limit granted) {

    /** Whether it is of the case as it is now. */
    boolean concerns(Case it) {
        return it.state() == CaseState.HANDLING && it.run() == run && it.round() == round;
    }
}
