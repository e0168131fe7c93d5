package io.gridloop.cases;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What runs beside the handling of a case, and what was asked or ruled in its run, when another process instance takes
 * the case up: it belongs to that instance from now on, and what the old one followed the new one is told of again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Beside {

    private static final List<String> OF_A_RUN = List.of("deadline_request", "case_return", "case_assistance",
            "supervision_order", "whistle");

    private final SupervisionOrders orders;
    private final Whistles whistles;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Beside(SupervisionOrders orders, Whistles whistles, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.orders = orders;
        this.whistles = whistles;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Moves what the case had in a run to its present one. */
    void carry(Case it, int before) {
        OF_A_RUN.forEach(table -> jdbc.sql("update " + table + " set run = ? where case_id = ? and run = ?")
                .params(it.run(), it.id(), before).update());
    }

    /** Publishes again what the step that handles the case has to follow; after its start was published. */
    void tellAgain(Case it) {
        if (it.state() == CaseState.HANDLING && it.dispatched()) {
            orders.open(it.id()).ifPresent(order -> events.publishEvent(
                    new SupervisionOrdered(it.id(), it.watchKey(), order.id(), order.key())));
            whistles.open(it.id()).ifPresent(whistle -> events.publishEvent(new WhistleBlown(it.id(), it.watchKey(),
                    whistle.id(), whistle.dueAt(), whistle.waitUntil(), called(whistle))));
        }
    }

    private List<WhistleBlown.Call> called(Whistle whistle) {
        return whistles.calls(whistle.id()).stream().filter(call -> call.state() == CallState.CALLED)
                .map(call -> new WhistleBlown.Call(call.id(), call.department())).toList();
    }
}
