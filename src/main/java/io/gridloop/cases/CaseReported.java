package io.gridloop.cases;

/**
 * A case waits for the engine; published inside the transaction that made it.
 *
 * @param caseId the case
 * @param caseNumber its speakable number
 * @param run 1 at first, one more each time the case is started anew
 */
public record CaseReported(long caseId, String caseNumber, int run) {}
