package io.gridloop.cases;

import io.gridloop.territory.DutyChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open tasks follow the people of the county, in the transaction of the change. */
@Component
public class Handovers {

    private final Tasks tasks;

    Handovers(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Somebody's duties have changed: what they no longer have to do goes to who has to do it now. */
    @EventListener
    public void on(DutyChanged event) {
        tasks.reassignAfterDutyChange(event.logins(), event.actor());
    }
}
