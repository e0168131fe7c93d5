package io.gridloop.cases;

/**
 * Somebody has a task on their desk; published inside the transaction that stored it, again when its job is repeated.
 *
 * @param caseId the case
 * @param elementInstanceKey the visit of the task
 * @param element id of the user task
 * @param title what to do, in Chinese
 * @param assignee login of its person
 */
public record TaskOpened(long caseId, long elementInstanceKey, String element, String title, String assignee) {}
