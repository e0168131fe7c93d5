package io.gridloop.cases;

import io.gridloop.territory.Territory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells staff what they are to know of a case, by publishing {@link StaffNotice}. */
@Component
class Notices {

    private final Territory territory;
    private final ApplicationEventPublisher events;

    Notices(Territory territory, ApplicationEventPublisher events) {
        this.territory = territory;
        this.events = events;
    }

    /** Tells one person. */
    void tell(Case it, String login, String occasion, String text) {
        events.publishEvent(new StaffNotice(it.id(), login, occasion, text));
    }

    /** Tells who handles the case; nobody when nobody does. */
    void tellHandler(Case it, String occasion, String text) {
        var handler = it.handlerLogin();
        if (handler != null) {
            tell(it, handler, occasion, text);
        }
    }

    /** Tells the leader of its grid. */
    void tellLeader(Case it, String occasion, String text) {
        tell(it, territory.leaderOf(it.gridCode()).login(), occasion, text);
    }

    /** Tells the county's supervisor. */
    void tellSupervisor(Case it, String occasion, String text) {
        tell(it, territory.supervisor().login(), occasion, text);
    }

    /** Tells the county's dispatcher. */
    void tellDispatcher(Case it, String occasion, String text) {
        tell(it, territory.dispatcher().login(), occasion, text);
    }
}
