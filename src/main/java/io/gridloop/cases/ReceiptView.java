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
 * @param resolution how it ended, once closed
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param text what was reported, phone and identity numbers masked
 * @param receivedAt when it was received
 * @param deadline the deadline in words
 * @param deadlineSteps how the deadline was counted, one step each
 * @param steps what happened, oldest first
 */
public record ReceiptView(
        long caseId,
        String caseNumber,
        CaseState state,
        @Nullable Resolution resolution,
        @Nullable String category,
        @Nullable String place,
        String text,
        Instant receivedAt,
        String deadline,
        List<String> deadlineSteps,
        List<Step> steps) {

    /** One line of the time line. */
    public record Step(Instant at, String text) {}
}
