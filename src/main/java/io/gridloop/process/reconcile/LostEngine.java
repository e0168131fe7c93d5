package io.gridloop.process.reconcile;

import io.gridloop.cases.EngineLinks;
import io.gridloop.process.engine.EngineReplaced;
import io.gridloop.process.outbox.Outbox;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ran in an engine that was lost runs no more: its cases are found by the next comparison. A case whose start was
 * sent but never answered cannot be found by an instance: it is started anew at once.
 */
@Component
class LostEngine {

    private final EngineLinks links;
    private final Outbox outbox;

    LostEngine(EngineLinks links, Outbox outbox) {
        this.links = links;
        this.outbox = outbox;
    }

    /** Without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EngineReplaced event) {
        links.forgetEngine(event.generation());
        outbox.forgetTasks();
        links.unstarted(Duration.ZERO, Integer.MAX_VALUE, outbox.startsWaiting())
                .forEach(sent -> links.restart(sent.caseId(), null, "流程引擎的数据已丢失，重新启动"));
    }
}
