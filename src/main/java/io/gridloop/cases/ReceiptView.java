package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its reporter sees it: public text only, no names, no phone numbers.
 *
 * @param caseId the case, for what other modules know of it
 * @param caseNumber its speakable number
 * @param state where it stands
 * @param decided how it will end, or ended; empty while that is open
 * @param resolution how it ended, once closed
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param text what was reported, phone and identity numbers masked
 * @param receivedAt when it was received
 * @param deadline the deadline in words
 * @param deadlineSteps how the deadline was counted, one step each
 * @param followUp the question how it ended, while it may be answered
 * @param urgent the emergency line it belongs to
 * @param original the case that treats the matter instead, or did so before
 * @param steps what happened, oldest first
 */
public record ReceiptView(
        long caseId,
        String caseNumber,
        CaseState state,
        @Nullable Resolution decided,
        @Nullable Resolution resolution,
        @Nullable String category,
        @Nullable String place,
        String text,
        Instant receivedAt,
        String deadline,
        List<String> deadlineSteps,
        @Nullable FollowUp followUp,
        @Nullable EmergencyLine urgent,
        @Nullable Original original,
        List<Step> steps) {

    /** Whether its reporter may take it back. */
    public boolean withdrawable() {
        return decided == null;
    }

    /**
     * The case that treats the matter, as the reporter of another may see it: no word of who reported it.
     *
     * @param repeated whether it had ended before this one was reported
     */
    public record Original(
            String caseNumber, CaseState state, @Nullable Resolution resolution, boolean repeated,
            List<Step> steps) {}

    /** One line of the time line. */
    public record Step(Instant at, String text) {}
}
