package io.gridloop.process.models;

import io.camunda.client.event.CamundaClientClosingEvent;
import io.camunda.client.event.CamundaClientCreatedEvent;
import io.gridloop.process.engine.Backoff;
import io.gridloop.process.engine.Door;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.engine.Verdicts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the present models to the engine whenever a client to it comes up, in the background until it succeeds.
 *
 * <p>It deploys at every start, also when the content is what it deployed last: PostgreSQL cannot know whether the
 * engine still has it (a fresh cluster, a restored backup), the engine can, and answers the same content with the same
 * versions. Models with problems are not sent; what runs goes on.
 */
@Component
public class ModelDeployer implements Door {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    private final ModelPort engine;
    private final Deployments deployments;
    private final PresentModels present;
    private final ForeignVersions foreign;
    private final ModelSets sets;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicInteger starts = new AtomicInteger();
    private volatile ModelState state = ModelState.WAITING;

    ModelDeployer(ModelPort engine, Deployments deployments, PresentModels present, ForeignVersions foreign,
            ModelSets sets, ApplicationEventPublisher events, Clock clock) {
        this.engine = engine;
        this.deployments = deployments;
        this.present = present;
        this.foreign = foreign;
        this.sets = sets;
        this.events = events;
        this.clock = clock;
    }

    /** A client is there: deploy in the background. */
    @EventListener
    public void on(CamundaClientCreatedEvent event) {
        deployInBackground(ModelState.WAITING);
    }

    /** The present models are others now: deploys them in the background, until the engine has them. */
    public void deployInBackground() {
        deployInBackground(state.open() ? ModelState.BEHIND : ModelState.WAITING);
    }

    /** The engine has lost what it had: until it has the models again nothing is sent to it. */
    public void deployAnew() {
        deployInBackground(ModelState.WAITING);
    }

    private void deployInBackground(ModelState meanwhile) {
        int start = next(meanwhile);
        Thread.ofVirtual().name("model-deployer").start(() -> deployUntilDone(start));
    }

    /** The client goes, and with it what is known of the engine. */
    @EventListener
    public void on(CamundaClientClosingEvent event) {
        next(ModelState.WAITING);
    }

    @Override
    public boolean open() {
        return state.open();
    }

    ModelState state() {
        return state;
    }

    /** Whether the engine is known to have the present models. */
    public boolean done() {
        return state == ModelState.DEPLOYED;
    }

    /**
     * Checks and deploys the present models now; which these are, {@link PresentModels} says.
     *
     * @return the problems of what is shipped or approved; empty when the engine has the models
     * @throws RuntimeException the client's, when the engine does not take them
     */
    public List<Problem> deploy() {
        return deploy(ModelFiles.shipped(), new ModelCheck(JobTypes.ofWorkers()));
    }

    List<Problem> deploy(SortedMap<String, byte[]> shipped, ModelCheck check) {
        int start = starts.get();
        var problems = check.problems(shipped);
        if (problems.isEmpty()) {
            present.ship(shipped);
            var hash = present.find().orElseThrow().hash();
            var files = sets.files(hash);
            problems = hash.equals(ModelFiles.hash(shipped)) ? problems : check.problems(files);
            if (problems.isEmpty()) {
                send(files, start);
                return problems;
            }
        }
        problems.forEach(problem -> log.error("Model refused: {}", problem));
        become(deployments.any() ? ModelState.REFUSED_OLDER_RUNS : ModelState.REFUSED, start);
        return problems;
    }

    private void send(SortedMap<String, byte[]> files, int start) {
        var before = deployments.last();
        var deployed = engine.deploy(files);
        before.ifPresent(last -> foreign.compare(last.versions(), deployed.versions()));
        deployments.record(deployed, clock.instant());
        become(ModelState.DEPLOYED, start);
        log.info("The engine has the models: {}", deployed.versions());
        events.publishEvent(new ModelsDeployed(deployed));
    }

    // A deployment that ends after its client went says nothing about the next engine.
    private synchronized void become(ModelState next, int start) {
        if (start == starts.get()) {
            state = next;
        }
    }

    private synchronized int next(ModelState meanwhile) {
        state = meanwhile;
        return starts.incrementAndGet();
    }

    private void deployUntilDone(int start) {
        for (int attempt = 1; start == starts.get(); attempt++) {
            try {
                deploy();
                return;
            } catch (RuntimeException e) {
                log.info("The engine does not have the models yet, attempt {}: {}", attempt, e.getMessage());
                giveUpWhatIsRefused(e);
            }
            if (!pause(attempt)) {
                return;
            }
        }
    }

    // Who listens brings back the set before, which the next attempt sends.
    private void giveUpWhatIsRefused(RuntimeException e) {
        if (Verdicts.of(e) == Verdict.REFUSED) {
            present.find().ifPresent(it -> events.publishEvent(
                    new ModelsRefused(it.hash(), String.valueOf(e.getMessage()))));
        }
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep(PAUSES.after(attempt, RandomGenerator.getDefault()));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
