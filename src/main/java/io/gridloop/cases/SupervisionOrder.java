package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to who handles a case, as stored.
 *
 * @param level the highest step it reached
 * @param replyDue until when a reply is waited for
 * @param reply the last one
 * @param unanswered how often a limit passed without a reply
 * @param outcome how it ended; null while it is open
 * @param cancelledBy who cancelled it, so that it does not count
 * @param points what it counts in the appraisal, 0 or less
 * @param instanceKey the process instance that follows it; null before there is one
 */
record SupervisionOrder(
        long id,
        long caseId,
        int run,
        int round,
        SupervisionLevel level,
        SupervisionKind kind,
        String reason,
        String orderedBy,
        Instant orderedAt,
        SupervisionState state,
        Instant replyDue,
        @Nullable String reply,
        @Nullable String replyBy,
        @Nullable Instant replyAt,
        int unanswered,
        @Nullable SupervisionOutcome outcome,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable String cancelReason,
        int points,
        @Nullable Long instanceKey) {

    boolean open() {
        return state != SupervisionState.ENDED;
    }

    /** By which the engine knows it. */
    String key() {
        return "%d#%d#%d/%d".formatted(caseId, run, round, id);
    }

    /** Step and kind in Chinese, as 黄牌（超期）. */
    String words() {
        return "%s（%s）".formatted(level.label(), kind.label());
    }
}
