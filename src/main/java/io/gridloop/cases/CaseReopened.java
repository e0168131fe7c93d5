package io.gridloop.cases;

/**
 * A closed case was taken up again; published inside the transaction.
 *
 * @param caseId the case
 */
public record CaseReopened(long caseId) {}
