package io.gridloop.territory;

/** A change of the county cannot be made; the message says in Chinese why and what to do. Nothing was changed. */
public class ChangeRefused extends RuntimeException {

    ChangeRefused(String problem) {
        super(problem);
    }

    static void unless(boolean fine, String problem) {
        if (!fine) {
            throw new ChangeRefused(problem);
        }
    }
}
