package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the internal history of a case how its report came in. */
@Service
public class Annotating {

    private final Cases cases;
    private final History history;

    Annotating(Cases cases, History history) {
        this.cases = cases;
        this.history = history;
    }

    /**
     * Adds a line in the transaction of the caller.
     *
     * @param page names where it came in, 1 to 60 characters
     * @param words what staff read, in Chinese
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long caseId, String page, String words) {
        cases.findById(caseId).ifPresent(it -> history.write(it, page, Actor.SYSTEM, null, words));
    }
}
