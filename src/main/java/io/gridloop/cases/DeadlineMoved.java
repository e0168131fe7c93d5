package io.gridloop.cases;

import java.time.Instant;

/**
 * Somebody gave a case another deadline from its page; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param watchKey the key the engine's deadline watch listens to
 * @param warnAt when to warn
 * @param dueAt the new deadline
 */
public record DeadlineMoved(long caseId, String watchKey, Instant warnAt, Instant dueAt) {}
