package io.gridloop.demo;

import io.gridloop.cases.SourceChannel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person of the demo staff at work: looks at gridloop's desk and answers there, and goes to Tasklist for the tasks
 * that the plan has answered there.
 */
final class DemoDesk {

    private static final Logger log = LoggerFactory.getLogger(DemoDesk.class);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(2);

    private final Function<DemoDoor, Workplace> login;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoAnswers answers;
    private final DemoTally tally;
    private final Duration pause;
    private final Set<String> answered = new HashSet<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<DemoDoor, Workplace> places = new EnumMap<>(DemoDoor.class);
    private volatile long restsUntil = System.nanoTime();

    /** @param pause how long the person rests after an answer; zero: not at all */
    DemoDesk(Function<DemoDoor, Workplace> login, DemoPlan plan, DemoMemory memory, DemoTally tally, Duration pause) {
        this.login = login;
        this.plan = plan;
        this.memory = memory;
        this.answers = new DemoAnswers(memory);
        this.tally = tally;
        this.pause = pause;
    }

    /** Takes the desk; false when the person is at work already, or rests. */
    boolean take() {
        return System.nanoTime() - restsUntil >= 0 && busy.compareAndSet(false, true);
    }

    /** Answers this person's tasks as the plan says: all of them, or one before a rest. Frees the desk. */
    void work() {
        try {
            int done = at(DemoDoor.DESK, this::look);
            restsUntil = System.nanoTime() + (done > 0 ? pause : NOTHING_TO_DO).toNanos();
        } finally {
            busy.set(false);
        }
    }

    private synchronized int at(DemoDoor door, ToIntFunction<Workplace> work) {
        try {
            return work.applyAsInt(places.computeIfAbsent(door, login));
        } catch (WebappException e) {
            tally.failed(door, e);
            if (e.isLoginNeeded()) {
                places.remove(door);
            }
        } catch (RuntimeException e) {
            log.warn("Demo staff", e);
        }
        return 0;
    }

    private int look(Workplace desk) {
        var mine = mine(desk);
        mine.forEach(task -> memory.see(task.caseNumber()));
        int done = answer(desk, DemoDoor.DESK, mine);
        return done == 0 && mine.stream().anyMatch(task -> doorOf(task) == DemoDoor.TASKLIST)
                ? at(DemoDoor.TASKLIST, tasklist -> answer(tasklist, DemoDoor.TASKLIST, mine(tasklist)))
                : done;
    }

    private List<DemoTask> mine(Workplace place) {
        return place.tasks().stream().filter(this::isToBeAnswered).toList();
    }

    private int answer(Workplace place, DemoDoor door, List<DemoTask> tasks) {
        int most = pause.isZero() ? Integer.MAX_VALUE : 1;
        int done = 0;
        for (var task : tasks) {
            done += doorOf(task) == door && done < most && answer(place, door, task) ? 1 : 0;
        }
        return done;
    }

    private DemoDoor doorOf(DemoTask task) {
        return plan.doorOf(task.caseNumber(), task.elementId());
    }

    /**
     * Only what came by import: a case that somebody reported by hand is that person's to follow. Tasklist lists a task
     * for a moment after it was completed.
     */
    private boolean isToBeAnswered(DemoTask task) {
        return (plan.everyChannel() || task.channel().equals(SourceChannel.IMPORT.name()))
                && !answered.contains(task.id()) && !answers.waits(task, plan.scriptOf(task.caseNumber()));
    }

    private boolean answer(Workplace place, DemoDoor door, DemoTask listed) {
        try {
            var task = place.open(listed);
            var answer = answers.answer(task, plan.scriptOf(task.caseNumber()));
            answer.ifPresent(given -> give(place, door, task, given));
            return answer.isPresent();
        } catch (WebappException e) {
            if (e.isLoginNeeded()) {
                throw e;
            }
            // One task that cannot be completed now must not keep this person from the others.
            tally.failed(door, e);
            return false;
        }
    }

    private void give(Workplace place, DemoDoor door, DemoTask task, DemoAnswer answer) {
        var problem = place.complete(task, answer.variable(), answer.values());
        tally.answered(door, task);
        if (problem.isPresent()) {
            var back = task.sentBack(problem.get());
            answers.answer(back, plan.scriptOf(task.caseNumber())).ifPresent(again -> give(place, door, back, again));
            return;
        }
        answered.add(task.id());
        if (answer.event() != null) {
            memory.remember(task.caseNumber(), answer.event());
        }
    }
}
