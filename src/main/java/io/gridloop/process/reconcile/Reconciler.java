package io.gridloop.process.reconcile;

import io.gridloop.cases.EngineLinks;
import io.gridloop.cases.LinkedCase;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.ProcessProperties;
import io.gridloop.process.engine.Door;
import io.gridloop.process.engine.Instances;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.outbox.CommandKind;
import io.gridloop.process.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Repairs what lies between PostgreSQL, which is right, and the engine: a case that never started is started again, an
 * idle case whose process instance is gone, stands where the case does not wait or is banned, gets another one that takes
 * it up where it stands, the desk and the engine get to know the same tasks, the engine is told again of a withdrawn case
 * that does not close, an instance that outlives its closed case is cancelled after the resident was told. Counters
 * {@code gridloop.reconciler.started}, {@code .restarted}, {@code .withdrawn} and {@code .cancelled}.
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration HOPELESS = Duration.ofHours(1);

    private final EngineLinks links;
    private final Outbox outbox;
    private final Instances instances;
    private final Desk desk;
    private final BannedInstances banned;
    private final ResidentMessages messages;
    private final Door door;
    private final ProcessProperties.Reconciler settings;
    private final MeterRegistry meters;

    Reconciler(EngineLinks links, Outbox outbox, Instances instances, Desk desk, BannedInstances banned,
            ResidentMessages messages, Door door, ProcessProperties properties, MeterRegistry meters) {
        this.links = links;
        this.outbox = outbox;
        this.instances = instances;
        this.desk = desk;
        this.banned = banned;
        this.messages = messages;
        this.door = door;
        this.settings = properties.reconciler();
        this.meters = meters;
    }

    /** One comparison; nothing while the engine is away, because then everything would look lost. */
    void compare() {
        if (settings.enabled() && door.open()) {
            count("restarted", restartUnregistered());
            count("started", startUnstarted());
            count("restarted", restartAllLost());
            count("restarted", replaceDeaf());
            count("withdrawn", withdrawAgain());
            count("cancelled", cancelOutliving());
        }
    }

    /** An instance that hangs or is banned before it registered holds up every repetition of its own start. */
    private long restartUnregistered() {
        return links.unstarted(settings.unstartedAfter().plus(HOPELESS), settings.batch(), outbox.startsWaiting())
                .stream().filter(it -> links.restart(it.caseId(), null, "流程长时间没有启动，重新启动")).count();
    }

    private long startUnstarted() {
        return links.unstarted(settings.unstartedAfter(), settings.batch(), outbox.startsWaiting()).stream()
                .filter(waiting -> outbox.startAgain(waiting.caseId(), waiting.caseNumber(), waiting.run())).count();
    }

    /** After the loss of an engine there are more than one round looks at. */
    private long restartAllLost() {
        long restarted = 0;
        long now;
        do {
            now = restartLost();
            restarted += now;
        } while (now == settings.batch());
        return restarted;
    }

    private long restartLost() {
        long restarted = 0;
        for (LinkedCase linked : links.open(settings.idleAfter(), settings.batch())) {
            var verdict = instances.look(linked.processInstanceKey());
            if (verdict == Verdict.WAIT) {
                break;
            }
            if (verdict == Verdict.GONE && restart(linked, "流程引擎中已没有此案件的流程实例，重新启动")
                    || verdict == Verdict.DONE && replaceUseless(linked)) {
                restarted++;
            }
        }
        return restarted;
    }

    /** Those come first: a banned instance would be told the answer for ever. */
    private boolean replaceUseless(LinkedCase linked) {
        return banned.hold(linked) && replace(linked, "流程引擎已停用原流程实例（banned），由新的流程实例接着办理")
                || desk.astray(linked) && replace(linked, "流程实例不在案件等待的步骤上，重新启动");
    }

    private boolean restart(LinkedCase linked, String reason) {
        return links.restart(linked.caseId(), linked.processInstanceKey(), reason);
    }

    /** The instance gives way to another one; not while the engine does not say that it is gone. */
    private boolean replace(LinkedCase linked, String reason) {
        var verdict = instances.cancel(linked.processInstanceKey());
        return (verdict == Verdict.DONE || verdict == Verdict.GONE) && restart(linked, reason);
    }

    /** An instance of an older diagram knows no withdrawal: it gives way to one that does. */
    private long replaceDeaf() {
        long replaced = 0;
        var since = settings.idleAfter().plus(CommandKind.WITHDRAW_CASE.timeToLive());
        for (LinkedCase deaf : links.deaf(since, settings.batch())) {
            if (replace(deaf, "反映人已撤回，但流程没有结束，重新启动以结案")) {
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
