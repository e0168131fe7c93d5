package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its reporter sees it, or somebody who joined it: public text only, no names, no phone numbers.
 *
 * @param joined whether it is seen by somebody who joined it, and so without the reporter's words
 * @param caseId the case, for what other modules know of it
 * @param caseNumber its speakable number
 * @param state where it stands
 * @param decided how it will end, or ended; empty while that is open
 * @param resolution how it ended, once closed
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param text what was reported, phone and identity numbers masked; empty for who joined
 * @param answers to the questions of the category, as they were asked then, masked; none for who joined
 * @param unit the unit that has or had it, in Chinese, never a person; nothing before the first dispatch
 * @param receivedAt when it was received
 * @param deadline the deadline in words
 * @param deadlineSteps how the deadline was counted, one step each
 * @param followUp the question how it ended, while it may be answered
 * @param urgent the emergency line it belongs to
 * @param original the case that treats the matter instead, or did so before
 * @param steps what happened, oldest first
 */
public record ReceiptView(
        boolean joined,
        long caseId,
        String caseNumber,
        CaseState state,
        @Nullable Resolution decided,
        @Nullable Resolution resolution,
        @Nullable String category,
        @Nullable String place,
        String text,
        List<ReportAnswer> answers,
        @Nullable String unit,
        Instant receivedAt,
        String deadline,
        List<String> deadlineSteps,
        @Nullable FollowUp followUp,
        @Nullable EmergencyLine urgent,
        @Nullable Original original,
        List<Step> steps) {

    /** Whether who looks may take it back. */
    public boolean withdrawable() {
        return decided == null && !joined;
    }

    /** What its reporter was told, as who looks reads it. */
    public String said(String toTheReporter) {
        return joined ? Originals.forOthers(toTheReporter) : toTheReporter;
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
