package io.gridloop.cases;

/**
 * A step of a process instance that its case has left behind: another run took the case up. To be tried again later,
 * in case the engine has not come to ending the instance yet; one that it banned it cannot end.
 */
public class LeftBehindException extends RuntimeException {

    LeftBehindException(long caseId, int run) {
        super("Case %d has left its run %d behind".formatted(caseId, run));
    }
}
