package io.gridloop.process.door;

import io.gridloop.audit.AuditTrail;
import io.gridloop.process.ProcessProperties;
import io.gridloop.process.models.Deployments;
import io.gridloop.process.models.ForeignFound;
import io.gridloop.process.models.ForeignVersions;
import io.gridloop.process.models.ModelDeployer;
import io.gridloop.process.models.ModelSets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether somebody deployed round the door. */
@Component
class ForeignWatch {

    private static final Logger log = LoggerFactory.getLogger(ForeignWatch.class);

    /** Each look at a decision is an evaluation that Operate lists, so only each so many looks. */
    private static final int DECISIONS_EVERY = 60;
    private static final int MOST_VERSIONS = 100;

    private final EngineVersions engine;
    private final Deployments deployments;
    private final ForeignVersions foreign;
    private final ModelSets sets;
    private final ModelDeployer deployer;
    private final AuditTrail audit;
    private final boolean enabled;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();

    ForeignWatch(EngineVersions engine, Deployments deployments, ForeignVersions foreign, ModelSets sets,
            ModelDeployer deployer, AuditTrail audit, ProcessProperties properties) {
        this.engine = engine;
        this.deployments = deployments;
        this.foreign = foreign;
        this.sets = sets;
        this.deployer = deployer;
        this.audit = audit;
        this.enabled = properties.models().watch();
    }

    // At a fixed rate each look has a thread of its own; at a fixed delay a slow engine would hold up the others.
    @Scheduled(initialDelayString = "${gridloop.process.models.watch-every:1m}", fixedRateString = "${gridloop.process.models.watch-every:1m}")
    void watch() {
        if (enabled) {
            look(looks.getAndIncrement() % DECISIONS_EVERY == 0);
        }
    }

    /** Looks now; not while a deployment is on its way, whose versions are not noted yet. */
    void look(boolean decisionsToo) {
        if (deployer.done() && running.compareAndSet(false, true)) {
            try {
                deployments.last().ifPresent(last -> look(last, decisionsToo));
            } finally {
                running.set(false);
            }
        }
    }

    /** Wherever it was noticed. */
    @EventListener
    @Transactional
    public void on(ForeignFound event) {
        log.warn("{}: version {} did not come through the door", event.model(), event.found());
        audit.record(Proposal.SYSTEM, "model.foreign", event.model(), "引擎里出现了不是经设计入口发布的版本：%s 第 %d 版（入口发布的是第 %d 版）"
                .formatted(event.model(), event.found(), event.expected()));
    }

    private void look(Deployments.Entry last, boolean decisionsToo) {
        var files = sets.contents(last.hash());
        last.versions().forEach((model, version) -> {
            if (files.containsKey(model + ".bpmn")) {
                lookAtProcess(model, version);
            } else if (decisionsToo && files.containsKey(model + ".dmn")) {
                engine.newestDecision(model).stream().filter(newest -> newest > version)
                        .forEach(newest -> note(model, version, newest));
            }
        });
    }

    private void lookAtProcess(String model, int version) {
        int newest = version;
        while (newest < version + MOST_VERSIONS
                && engine.hasProcess(model, newest + 1) == EngineVersions.Answer.THERE) {
            newest++;
        }
        if (newest > version) {
            note(model, version, newest);
        }
    }

    // The door itself may have deployed since the look began.
    private void note(String model, int version, int newest) {
        if (deployer.done() && deployments.last().filter(it -> it.versions().get(model).equals(version)).isPresent()) {
            foreign.note(model, version, newest);
        }
    }
}
