package io.gridloop.cases;

/**
 * One visit of a case to one element of its process.
 *
 * @param caseId the case
 * @param element id of the element
 * @param elementInstanceKey the engine's key of this visit; the same when a job is repeated
 */
public record Step(long caseId, String element, long elementInstanceKey) {}
