package io.gridloop.cases;

import java.time.Instant;

/**
 * Somebody gave a case another deadline from its page; published inside the transaction that stored it. Not so when the
 * supervisor did so at the task of the watch itself, which then has it from the answer.
 *
 * @param caseId the case
 * @param watchKey the key the engine's deadline watch listens to
 * @param warnAt when to warn
 * @param dueAt the new deadline
 */
public record DeadlineMoved(long caseId, String watchKey, Instant warnAt, Instant dueAt) {}
