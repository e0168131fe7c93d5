package io.gridloop.cases;

/**
 * Who handles a case was given an order; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param watchKey the key the step that handles the case listens to
 * @param orderId the order
 * @param orderKey the key by which the engine knows the order from now on
 */
public record SupervisionOrdered(long caseId, String watchKey, long orderId, String orderKey) {}
