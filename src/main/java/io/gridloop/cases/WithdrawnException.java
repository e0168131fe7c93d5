package io.gridloop.cases;

/**
 * A step of a case that its reporter withdrew: the engine is about to end the process instance, and the step with it.
 * To be tried again later, in case the engine has not heard of it yet.
 */
public class WithdrawnException extends RuntimeException {

    /** @param caseNumber the case */
    public WithdrawnException(String caseNumber) {
        super(caseNumber + " was withdrawn");
    }

    static void unlessOpenToSteps(Case it) {
        if (it.withdrawn()) {
            throw new WithdrawnException(it.caseNumber());
        }
    }
}
