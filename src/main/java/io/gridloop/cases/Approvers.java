package io.gridloop.cases;

import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import org.springframework.stereotype.Component;

/** Who asks for a request, and who approves it. Who stands in for somebody does so in their place. */
@Component
class Approvers {

    private final Territory territory;
    private final Reaches reaches;

    Approvers(Territory territory, Reaches reaches) {
        this.territory = territory;
        this.reaches = reaches;
    }

    /** Whether a person handles the case. */
    boolean handles(Case it, String login) {
        return it.handlerLogin() != null && territory.answersFor(login, it.handlerLogin());
    }

    /** The first level: the leader of the grid. */
    boolean leads(Case it, String login) {
        var grid = it.place().gridCode();
        return grid != null && reaches.of(login).ledGrids().contains(grid);
    }

    /** The second level: the county's supervisor. */
    boolean supervises(String login) {
        return reaches.of(login).hasAny(StaffRole.SUPERVISOR);
    }
}
