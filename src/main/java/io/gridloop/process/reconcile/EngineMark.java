package io.gridloop.process.reconcile;

import io.camunda.client.CamundaClient;
import io.camunda.client.event.CamundaClientClosingEvent;
import io.gridloop.process.engine.Door;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.engine.Verdicts;
import io.gridloop.process.models.ModelDeployer;
import io.gridloop.process.models.ModelsDeployed;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Knows again the engine that has the process instances, by a message that nobody waits for: an engine that has it
 * refuses its repetition. Nothing is sent to an engine before it is known. One that does not have it gets the models
 * and, by what listens to {@link io.gridloop.process.engine.EngineReplaced}, every open case anew.
 */
@Component
@Primary
class EngineMark implements Door {

    private static final Logger log = LoggerFactory.getLogger(EngineMark.class);

    static final String MESSAGE = "Msg_EngineMark";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<CamundaClient> client;
    private final Marks marks;
    private final ModelDeployer models;
    private volatile boolean known;

    EngineMark(ObjectProvider<CamundaClient> client, Marks marks, ModelDeployer models) {
        this.client = client;
        this.marks = marks;
        this.models = models;
    }

    @Override
    public boolean open() {
        return models.open() && known;
    }

    /** The engine that has the models is it the one that had the instances? */
    @EventListener
    public void on(ModelsDeployed event) {
        look();
    }

    /** The next client may speak to another engine. */
    @EventListener
    public void on(CamundaClientClosingEvent event) {
        known = false;
    }

    /** Looks whether the engine carries the mark; without an answer nothing changes. */
    void look() {
        if (!models.open()) {
            return;
        }
        var mark = marks.find();
        try {
            publish(mark, Duration.ZERO);
            meet(mark);
        } catch (RuntimeException e) {
            if (Verdicts.of(e) == Verdict.DONE) {
                marks.seen();
                known = true;
            } else {
                log.info("The engine does not say whether it is the one of before: {}", e.getMessage());
            }
        }
    }

    private void meet(Mark mark) {
        if (mark.seen()) {
            log.warn("Another engine answers than before: every open case is started in it again");
            known = false;
            marks.lost(mark.generation());
        }
        publish(mark, FOR_EVER);
        marks.seen();
        known = !mark.seen();
        if (mark.seen()) {
            models.deployAnew();
        }
    }

    private void publish(Mark mark, Duration life) {
        client.getObject().newPublishMessageCommand().messageName(MESSAGE).correlationKey(mark.text())
                .messageId(mark.text()).timeToLive(life).requestTimeout(PATIENCE).execute();
    }
}
