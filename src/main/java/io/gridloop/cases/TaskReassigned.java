package io.gridloop.cases;

/**
 * An open task went to another person; published inside the transaction that stored it.
 *
 * @param caseId the case
 * @param processInstanceKey the instance that waits for it
 * @param elementInstanceKey the visit of the task
 * @param assignee login of the new person
 */
public record TaskReassigned(long caseId, long processInstanceKey, long elementInstanceKey, String assignee) {}
