package io.gridloop.cases;

/**
 * An open order was cancelled; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param orderKey the key by which the engine knows the order
 */
public record SupervisionCancelled(long caseId, String orderKey) {}
