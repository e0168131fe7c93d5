package io.gridloop.cases;

/**
 * One visit of a case to one element of its process.
 *
 * @param caseId the case
 * @param element id of the element
 * @param elementInstanceKey the engine's key of this visit; the same when a job is repeated
 * @param part which of several parts that run beside the handling: the id of what a co-handler or a called department
 *     was asked; 0 for a visit of the case as a whole
 */
public record Step(long caseId, String element, long elementInstanceKey, long part) {

    /** A visit of the case as a whole. */
    public Step(long caseId, String element, long elementInstanceKey) {
        this(caseId, element, elementInstanceKey, 0);
    }
}
