package io.gridloop.cases;

/** A task is over, and the engine's record does not say yet who completed it. To be tried again later. */
public class CompleterUnknownException extends RuntimeException {

    /** @param step the visit of the task */
    public CompleterUnknownException(Step step) {
        super("Nobody knows yet who completed %s of case %d".formatted(step.element(), step.caseId()));
    }
}
