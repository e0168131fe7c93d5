package io.gridloop.cases;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The second clock of orders of supervision: raises those that nobody replied to in time when the engine, which is away
 * or behind, does not say so. Once for each time that the handler was asked.
 */
@Component
class SupervisionClock {

    private static final int BATCH = 200;

    private final SupervisionOrders orders;
    private final FollowingOrder following;
    private final CasesProperties properties;
    private final Clock clock;

    SupervisionClock(SupervisionOrders orders, FollowingOrder following, CasesProperties properties, Clock clock) {
        this.orders = orders;
        this.following = following;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gridloop.cases.sweep-every:PT30S}", initialDelayString = "${gridloop.cases.sweep-every:PT30S}")
    void raiseWhatTheEngineMissed() {
        orders.unanswered(clock.instant().minus(properties.sweepGrace()), BATCH)
                .forEach(late -> following.escalateMissed(late.caseId(), late.id(), late.replyDue()));
    }
}
