package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the internal history of a case how something came in that had waited on a phone. */
@Service
public class Annotating {

    /** Names the pages for work without a network. */
    public static final String QUEUE = "Page_Queue";

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
     * @param page names where it came in, 1 to 60 characters
     * @param words what staff read, in Chinese
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long caseId, String page, String words) {
        cases.findById(caseId).ifPresent(it -> history.write(it, page, Actor.SYSTEM, null, words));
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
