package io.gridloop.cases;

/**
 * A step of a part that nobody waits for any more: the engine is about to end it together with the handling of its
 * case. To be tried again later, in case the engine has not come to it yet.
 */
public class PartOverException extends RuntimeException {

    PartOverException(Step step) {
        super("Part %d of case %d at %s is over".formatted(step.part(), step.caseId(), step.element()));
    }
}
