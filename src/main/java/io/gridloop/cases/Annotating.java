package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the internal history of a case how something came in that had waited on a phone. */
@Service
public class Annotating {

    private static final String QUEUE = "Page_Queue";

    private final Cases cases;
    private final Actors actors;
    private final History history;

    Annotating(Cases cases, Actors actors, History history) {
        this.cases = cases;
        this.actors = actors;
        this.history = history;
    }

    /**
     * Adds a line in the transaction of the caller.
     *
     * @param words what staff read, in Chinese
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long caseId, String words) {
        cases.findById(caseId).ifPresent(it -> history.write(it, QUEUE, Actor.SYSTEM, null, words));
    }

    /**
     * Adds a line of a member of staff in the transaction of the caller.
     *
     * @param login of whoever it came from
     * @param words what staff read, in Chinese
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addBy(String login, long caseId, String words) {
        cases.findById(caseId).ifPresent(it -> history.write(it, QUEUE, actors.named(login), null, words));
    }
}
