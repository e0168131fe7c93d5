package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case that is being handled another deadline, and tells history, resident and engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Moving {

    private final History history;
    private final TaskEnds ends;
    private final ApplicationEventPublisher events;
    private final Times times;
    private final Clock clock;

    Moving(History history, TaskEnds ends, ApplicationEventPublisher events, Times times, Clock clock) {
        this.history = history;
        this.ends = ends;
        this.events = events;
        this.times = times;
        this.clock = clock;
    }

    /** Publishes {@link DeadlineMoved}. */
    void move(Case it, Deadline deadline, Actor who, String publicText, String internalText) {
        it.moveDeadline(deadline);
        write(it, who, publicText, internalText);
        publish(it);
    }

    /** Stops the clock; the engine is told of a deadline that never comes. */
    void suspend(Case it, Instant until, Actor who, String publicText, String internalText) {
        it.suspendDeadline(until);
        write(it, who, publicText, internalText);
        events.publishEvent(new DeadlineMoved(it.id(), it.watchKey(), times.never(), times.never()));
    }

    /** Lets the clock run again. */
    void resume(Case it, Deadline deadline, Actor who, String publicText, String internalText) {
        it.resumeDeadline(deadline);
        write(it, who, publicText, internalText);
        publish(it);
    }

    private void publish(Case it) {
        var watch = it.watch();
        events.publishEvent(new DeadlineMoved(
                it.id(), it.watchKey(), Objects.requireNonNull(watch.warnAt()), Objects.requireNonNull(watch.dueAt())));
    }

    private void write(Case it, Actor who, String publicText, String internalText) {
        // Supervision of the old deadline is interrupted by the new one.
        ends.closeLeft(it, Supervising.TASK);
        it.touch(clock.instant());
        history.write(it, "Msg_DeadlineMoved", who, publicText, internalText);
    }
}
