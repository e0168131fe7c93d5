package io.gridloop.cases;

import java.time.Instant;
import java.util.List;

/**
 * Departments were called to a place because of a case; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param watchKey the key that the step which handles the case listens to
 * @param whistleId the whistle
 * @param dueAt until when they are to report in
 * @param waitUntil until when those who say nothing are waited for
 * @param calls whom it calls
 */
public record WhistleBlown(long caseId, String watchKey, long whistleId, Instant dueAt, Instant waitUntil,
        List<Call> calls) {

    /** One department, by the id of its call and its code. */
    public record Call(long part, String unit) {}
}
