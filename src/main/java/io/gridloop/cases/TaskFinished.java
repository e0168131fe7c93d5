package io.gridloop.cases;

/**
 * A visit of a task is over, whoever ended it; what the engine should still have been told of it is void. Published
 * inside the transaction that stored it.
 *
 * @param caseId the case
 * @param elementInstanceKey the visit of the task
 */
public record TaskFinished(long caseId, long elementInstanceKey) {}
