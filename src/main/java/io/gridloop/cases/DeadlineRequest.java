package io.gridloop.cases;

import io.gridloop.clock.Limit;
import io.gridloop.clock.Remainder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request to give a running deadline more time, or to stop its clock.
 *
 * @param run of the case when it was asked
 * @param round of the case when it was asked
 * @param askedBy login
 * @param asked how much more time was asked for; null for a suspension
 * @param dueBefore the deadline when it was asked
 * @param dueAfter the deadline that was granted
 * @param leader login of who supported or refused it on the first level
 * @param decidedBy login of who decided on the second level
 * @param granted how much more time was granted
 * @param cause why the clock should stop
 * @param reviewOn when it goes on at the latest
 * @param rest what was left when it stopped
 * @param resumedAt when it went on
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
        @Nullable Limit granted,
        @Nullable SuspensionCause cause,
        @Nullable LocalDate reviewOn,
        @Nullable Remainder rest,
        @Nullable Instant resumedAt) {

    /** Whether it is of the case as it is now. */
    boolean concerns(Case it) {
        return it.state() == CaseState.HANDLING && it.run() == run && it.round() == round;
    }
}
