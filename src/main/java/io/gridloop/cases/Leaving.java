package io.gridloop.cases;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A case that is no longer being handled waits for no decision on its deadline. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Leaving {

    private final Effects effects;
    private final DeadlineRequests requests;
    private final Pausing pausing;
    private final History history;

    Leaving(Effects effects, DeadlineRequests requests, Pausing pausing, History history) {
        this.effects = effects;
        this.requests = requests;
        this.pausing = pausing;
        this.history = history;
    }

    /** What was asked and not decided is void, a suspension is over, and the history says so. */
    void leave(Case it) {
        requests.open(it.id()).filter(requests::expire).ifPresent(open -> history.write(it, "Page_Approval",
                Actor.SYSTEM, null, "案件已离开处置环节，未审批完的%s申请作废。".formatted(open.kind().label())));
        pausing.end(it);
    }

    /** A case that is started anew begins without what was asked before. */
    @EventListener
    public void on(CaseReported event) {
        var it = effects.lock(event.caseId());
        if (event.run() > 1 && it.state() == CaseState.REPORTED) {
            leave(it);
        }
    }

    /** However it came to its end. */
    @EventListener
    public void on(CaseClosed event) {
        leave(effects.lock(event.caseId()));
    }
}
