package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as staff see it; phone and identity numbers are masked.
 *
 * @param run how often the case was started in the engine
 * @param processInstanceKey the process instance that works on it
 * @param round 1 at first, one more for each rework
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param answers to the questions of the category, as they were asked then
 * @param reporter name and masked contact of the reporter; nothing for somebody who does not deal with them
 * @param dealsWithReporter whether who looks may see the contact for a reason, see {@link Contacts}
 * @param handler who handles it, in Chinese
 * @param deadline the deadline in words
 * @param deadlineSteps how the deadline was counted, one step each
 * @param signing whether the unit has signed for it, in words; nothing when it need not
 * @param firstReceiver the unit that this run was first dispatched to, in Chinese
 * @param blameLoopAt when it last turned out to be passed around
 * @param similar cases that may speak of the same matter, the most similar first
 * @param reopened how often it was taken up again after its closing
 * @param reopenable whether who looks may take it up again
 * @param splittable whether who looks may split it
 * @param links how it belongs to other cases
 * @param inspection what an independent check of this round found, in Chinese
 * @param urgent the emergency line it belongs to
 * @param publicText what the resident was told at the end
 * @param history what happened, oldest first
 */
public record CaseView(
        long caseId,
        String caseNumber,
        CaseState state,
        @Nullable Resolution resolution,
        int run,
        @Nullable Long processInstanceKey,
        int round,
        SourceChannel channel,
        @Nullable String externalId,
        String category,
        String place,
        @Nullable String subject,
        String text,
        List<ReportAnswer> answers,
        @Nullable String reporter,
        boolean dealsWithReporter,
        Instant receivedAt,
        Instant reportedAt,
        @Nullable String handler,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Light light,
        String deadline,
        List<String> deadlineSteps,
        @Nullable String signing,
        @Nullable String firstReceiver,
        @Nullable Instant blameLoopAt,
        @Nullable Instant closedAt,
        int reopened,
        boolean reopenable,
        boolean splittable,
        CaseLinks links,
        @Nullable String inspection,
        @Nullable EmergencyLine urgent,
        @Nullable String publicText,
        List<SimilarCase> similar,
        List<Entry> history) {

    /** One entry of the history. */
    public record Entry(
            Instant at,
            String element,
            @Nullable String actorName,
            @Nullable String publicText,
            @Nullable String internalText) {}
}
