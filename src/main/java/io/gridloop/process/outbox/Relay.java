package io.gridloop.process.outbox;

import io.gridloop.process.ProcessProperties;
import io.gridloop.process.engine.Backoff;
import io.gridloop.process.engine.Door;
import io.gridloop.process.engine.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends due commands to the engine, several cases at once, each case in its order. What the engine has is deleted; what
 * it cannot take now waits longer each time, and fewer are sent at once until it takes them again; what it will never take is kept as dead and lets the case's next one pass.
 * The starts of imported cases go in a lane of their own, no faster than {@link BulkPace} allows.
 */
@Component
class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int MOST_UNCLEAR_ATTEMPTS = 100;

    private final EngineCommands commands;
    private final EnginePort engine;
    private final BulkPace pace;
    private final PromptWidth width;
    private final Door door;
    private final ProcessProperties.Relay settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Relay(EngineCommands commands, EnginePort engine, BulkPace pace, Door door, ProcessProperties properties,
            ApplicationEventPublisher events, Clock clock) {
        this.commands = commands;
        this.engine = engine;
        this.pace = pace;
        this.door = door;
        this.settings = properties.relay();
        this.width = new PromptWidth(settings.batch());
        this.events = events;
        this.clock = clock;
    }

    /**
     * One round of what people wait for; returns how many commands the engine took. Sends nothing before the engine has
     * the models.
     */
    int sendDue() {
        return door.open() ? send(claim(Lane.PROMPT, width.now()), width::answered) : 0;
    }

    /** One round of the bulk lane, as large as the pace allows; returns how many commands the engine took. */
    int sendBulk() {
        int allowed = door.open() ? pace.take(settings.batch()) : 0;
        if (allowed == 0) {
            return 0;
        }
        var batch = claim(Lane.BULK, allowed);
        pace.giveBack(allowed - batch.size());
        long began = System.nanoTime();
        int sent = send(batch, pushedBack -> {
        });
        pace.answered(sent < batch.size(), Duration.ofNanos(System.nanoTime() - began));
        return sent;
    }

    private List<EngineCommand> claim(Lane lane, int most) {
        return commands.claim(lane, clock.instant(), settings.lease(), most);
    }

    private int send(List<EngineCommand> batch, Consumer<Boolean> pushedBack) {
        var answers = batch.stream().map(this::send).toList();
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (settle(batch.get(i), answers.get(i).join())) {
                sent.add(batch.get(i).id());
            }
        }
        commands.sent(sent);
        if (!batch.isEmpty()) {
            pushedBack.accept(answers.stream().anyMatch(answer -> answer.join().verdict() == Verdict.WAIT));
        }
        return sent.size();
    }

    private CompletableFuture<Answer> send(EngineCommand command) {
        // The lease must outlive the attempt, or another instance would send what is still in flight.
        return engine.publish(command).toCompletableFuture()
                .completeOnTimeout(new Answer(Verdict.WAIT, "no answer"), settings.lease().toMillis() / 2,
                        TimeUnit.MILLISECONDS);
    }

    private boolean settle(EngineCommand command, Answer answer) {
        if (answer.verdict() == Verdict.DONE) {
            return true;
        }
        if (hopeless(command, answer.verdict())) {
            log.error("Engine command {} of case {} is dead: {}", command.id(), command.caseId(), answer.problem());
            events.publishEvent(new CommandDied(command));
            commands.bury(command.id(), clock.instant(), answer.problem());
        } else {
            var pause = Backoff.SHORT.after(command.attempts(), RandomGenerator.getDefault());
            commands.postpone(command.id(), clock.instant().plus(pause), answer.problem());
        }
        return false;
    }

    private static boolean hopeless(EngineCommand command, Verdict verdict) {
        boolean waits = verdict == Verdict.WAIT || verdict == Verdict.NOT_YET;
        return verdict == Verdict.REFUSED || !waits && command.attempts() >= MOST_UNCLEAR_ATTEMPTS;
    }
}
