package io.gridloop.cases;

/**
 * A person, or the second clock, raised an open order, so that the engine has to look at it; published inside the
 * transaction that stored it.
 *
 * @param caseId the case
 * @param orderKey the key by which the engine knows the order
 */
public record SupervisionRaised(long caseId, String orderKey) {}
