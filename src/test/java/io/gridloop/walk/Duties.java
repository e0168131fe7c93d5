package io.gridloop.walk;

import io.gridloop.territory.ChangeRefused;
import io.gridloop.territory.CountyChange;
import io.gridloop.territory.CountyChanges;
import io.gridloop.territory.StaffPages;
import java.time.LocalDate;
import java.util.Optional;

/** People of the county change while a case is in their hands. */
final class Duties {

    private static final String ADMINISTRATOR = "caojiayi";

    private Duties() {}

    /** Whoever has a task is away today, and another worker stands in. */
    static Optional<String> beginStandIn(Sight now, Walker it) {
        var absent = now.open().getFirst().assignee();
        var today = LocalDate.now(it.clock());
        var problem = make(new CountyChange.BeginStandIn(absent, it.worker(), today, today, "外出培训"), it);
        if (problem.isEmpty()) {
            it.misses(absent);
        }
        return problem;
    }

    /** Somebody who was away is back. */
    static Optional<String> endStandIn(String absent, Walker it) {
        return it.the(StaffPages.class).standIns().stream().filter(line -> line.absent().equals(absent)).findFirst()
                .flatMap(line -> make(new CountyChange.EndStandIn(line.id()), it));
    }

    /** Two full-time workers change their grids. */
    static Optional<String> transfer(Sight now, Walker it) {
        var seat = it.the(StaffPages.class).card(it.worker()).orElseThrow().seat();
        return make(new CountyChange.Transfer(it.worker(), seat, null), it);
    }

    private static Optional<String> make(CountyChange change, Walker it) {
        try {
            it.the(CountyChanges.class).make(change, ADMINISTRATOR);
            return Optional.empty();
        } catch (ChangeRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
