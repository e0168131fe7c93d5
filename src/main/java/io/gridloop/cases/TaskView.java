package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task as its person sees it; phone and identity numbers are masked.
 *
 * @param key the engine's key of this visit
 * @param element id of the user task
 * @param part which of several parts that run beside the handling it is for; 0 for the case as a whole
 * @param title what to do, in Chinese
 * @param form file name of its form, without the ending
 * @param processId id of the process that the task belongs to; null for a task from before this was noted
 * @param processVersion version of that process; 0 for such a task
 * @param answerVariable the variable that all fields of the form lie in
 * @param assignee login of the person it was given to
 * @param round 1 at first, one more for each rework
 * @param summary the first words of what was reported
 * @param sentBack the last answer came back with a problem
 * @param dueAt the deadline, of the part if it is for one, while the case is being handled
 * @param state {@code OPEN}, {@code ANSWERED} (the engine does not know yet) or {@code CLOSED}
 * @param answeredBy who answered it at the desk
 * @param completedBy who really completed it, empty when the engine names nobody
 */
public record TaskView(
        long key,
        long caseId,
        String caseNumber,
        String element,
        long part,
        String title,
        String form,
        @Nullable String processId,
        int processVersion,
        String answerVariable,
        String assignee,
        Instant openedAt,
        SourceChannel channel,
        int round,
        CaseState caseState,
        String category,
        String place,
        String summary,
        boolean sentBack,
        @Nullable Instant dueAt,
        @Nullable Light light,
        String state,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String completedBy) {

    /** Whether it waits for its person. */
    public boolean open() {
        return state.equals("OPEN");
    }
}
