package io.gridloop.cases;

import io.gridloop.territory.Territory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the supervisor of a case that was sent back too often (样例，待县里核定). */
@Component
class Reworks {

    static final int TOO_MANY = 3;

    private final Territory territory;
    private final ApplicationEventPublisher events;

    Reworks(Territory territory, ApplicationEventPublisher events) {
        this.territory = territory;
        this.events = events;
    }

    /** After each rework; the notice goes out once in a run. */
    void tell(Case it) {
        if (it.reworks() == TOO_MANY) {
            events.publishEvent(new StaffNotice(it.id(), territory.supervisor().login(), "reworks#" + it.run(),
                    "案件%s已返工%d次，请督办。".formatted(it.caseNumber(), it.reworks())));
        }
    }
}
