package io.gridloop.cases;

/**
 * A person raised an open order by a step or more; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param orderKey the key by which the engine knows the order
 */
public record SupervisionRaised(long caseId, String orderKey) {}
