package io.gridloop.cases.web;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.Paper;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a case with its whole history as PDF. */
@Component
class WorkOrder {

    private final Paper paper;
    private final Clock clock;

    WorkOrder(Paper paper, Clock clock) {
        this.paper = paper;
        this.clock = clock;
    }

    /**
     * The work order as somebody sees the case.
     *
     * @param login who prints it
     */
    byte[] pdf(CaseView it, String login) {
        return paper.pdf("cases/work-order",
                Map.of("it", it, "zone", clock.getZone(), "now", clock.instant(), "login", login));
    }
}
