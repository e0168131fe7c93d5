package io.gridloop.process.reconcile;

import io.gridloop.cases.EngineLinks;
import io.gridloop.cases.LinkedCase;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.ProcessProperties;
import io.gridloop.process.engine.Door;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.outbox.CommandKind;
import io.gridloop.process.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Repairs what lies between PostgreSQL, which is right, and the engine: a case that never started is started again,
 * an idle case whose process instance is gone is started anew, the engine is told again of a withdrawn case that does
 * not close, an instance that outlives its closed case is cancelled after the resident was told. Counters
 * {@code gridloop.reconciler.started}, {@code .restarted}, {@code .withdrawn} and {@code .cancelled}.
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final EngineLinks links;
    private final Outbox outbox;
    private final Instances instances;
    private final ResidentMessages messages;
    private final Door door;
    private final ProcessProperties.Reconciler settings;
    private final MeterRegistry meters;

    Reconciler(EngineLinks links, Outbox outbox, Instances instances, ResidentMessages messages, Door door,
            ProcessProperties properties, MeterRegistry meters) {
        this.links = links;
        this.outbox = outbox;
        this.instances = instances;
        this.messages = messages;
        this.door = door;
        this.settings = properties.reconciler();
        this.meters = meters;
    }

    /** One comparison; nothing while the engine is away, because then everything would look lost. */
    void compare() {
        if (settings.enabled() && door.open()) {
            count("started", startUnstarted());
            count("restarted", restartLost());
            count("restarted", replaceDeaf());
            count("withdrawn", withdrawAgain());
            count("cancelled", cancelOutliving());
        }
    }

    private long startUnstarted() {
        return links.unstarted(settings.unstartedAfter(), settings.batch(), outbox.startsWaiting()).stream()
                .filter(waiting -> outbox.startAgain(waiting.caseId(), waiting.caseNumber(), waiting.run())).count();
    }

    private long restartLost() {
        long restarted = 0;
        for (LinkedCase linked : links.open(settings.idleAfter(), settings.batch())) {
            var verdict = instances.look(linked.processInstanceKey());
            if (verdict == Verdict.WAIT) {
                break;
            }
            if (verdict == Verdict.GONE) {
                links.restart(linked.caseId(), "流程引擎中已没有此案件的流程实例，重新启动");
                restarted++;
            }
        }
        return restarted;
    }

    /** An instance of an older diagram knows no withdrawal: it gives way to one that does. */
    private long replaceDeaf() {
        long replaced = 0;
        var since = settings.idleAfter().plus(CommandKind.WITHDRAW_CASE.timeToLive());
        for (LinkedCase deaf : links.deaf(since, settings.batch())) {
            var verdict = instances.cancel(deaf.processInstanceKey());
            if (verdict == Verdict.WAIT) {
                break;
            }
            if (verdict == Verdict.DONE || verdict == Verdict.GONE) {
                links.restart(deaf.caseId(), "反映人已撤回，但流程没有结束，重新启动以结案");
                replaced++;
            }
        }
        return replaced;
    }

    private long withdrawAgain() {
        return links.withdrawn(settings.idleAfter(), settings.batch()).stream()
                .filter(it -> outbox.withdrawAgain(it.caseId(), it.run())).count();
    }

    private long cancelOutliving() {
        long cancelled = 0;
        for (LinkedCase ended : links.ended(settings.idleAfter(), settings.batch())) {
            var verdict = instances.look(ended.processInstanceKey());
            if (verdict == Verdict.DONE) {
                // What is left of the process after the end of a case is to tell the resident.
                messages.tellEnd(ended.caseId());
                verdict = instances.cancel(ended.processInstanceKey());
                cancelled++;
            }
            if (verdict == Verdict.WAIT) {
                break;
            }
            if (verdict == Verdict.GONE || verdict == Verdict.DONE) {
                links.confirmEnd(ended.caseId());
            }
        }
        return cancelled;
    }

    private void count(String what, long cases) {
        meters.counter("gridloop.reconciler." + what).increment(cases);
        if (cases > 0) {
            log.warn("The reconciler has {} {} cases", what, cases);
        }
    }
}
