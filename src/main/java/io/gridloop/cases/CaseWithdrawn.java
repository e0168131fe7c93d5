package io.gridloop.cases;

/**
 * The reporter took a case back, and its process instance has to end; published inside the transaction.
 *
 * @param caseId the case
 * @param run the run whose instance has to end
 */
public record CaseWithdrawn(long caseId, int run) {}
