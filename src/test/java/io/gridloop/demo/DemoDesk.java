package io.gridloop.demo;

import io.gridloop.cases.SourceChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One person of the demo staff at work. */
final class DemoDesk {

    private static final Logger log = LoggerFactory.getLogger(DemoDesk.class);

    private final Supplier<Tasklist> login;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoAnswers answers;
    private final DemoTally tally;
    private final Duration pause;
    private final Set<String> answered = new HashSet<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long restsUntil = System.nanoTime();
    private @Nullable Tasklist session;

    /** @param pause how long the person rests after an answer; zero: not at all */
    DemoDesk(Supplier<Tasklist> login, DemoPlan plan, DemoMemory memory, DemoTally tally, Duration pause) {
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
            int done = inTasklist(tasklist -> answerTasks(tasklist, pause.isZero() ? Integer.MAX_VALUE : 1), 0);
            restsUntil = System.nanoTime() + (done > 0 ? pause.toNanos() : 0);
        } finally {
            busy.set(false);
        }
    }

    /** The logins of all people who have tasks, as this person sees it in Tasklist. */
    Set<String> whoHasTasks() {
        return inTasklist(Tasklist::assignees, Set.of());
    }

    private synchronized <T> T inTasklist(Function<Tasklist, T> work, T otherwise) {
        try {
            session = session == null ? login.get() : session;
            return work.apply(session);
        } catch (WebappException e) {
            tally.failed(e);
            session = e.isLoginNeeded() ? null : session;
        } catch (RuntimeException e) {
            log.warn("Demo staff", e);
        }
        return otherwise;
    }

    private int answerTasks(Tasklist tasklist, int most) {
        var tasks = tasklist.tasks();
        // Tasklist lists a task for a moment after it was completed.
        answered.retainAll(tasks.stream().map(DemoTask::id).toList());
        var mine = tasks.stream().filter(task -> isForDemo(task) && !answered.contains(task.id())).toList();
        mine.forEach(task -> memory.see(task.caseNumber()));
        int done = 0;
        for (var task : mine) {
            done += done < most && answer(tasklist, task) ? 1 : 0;
        }
        return done;
    }

    /** Only what came by import: a case that somebody reported by hand is that person's to follow. */
    private static boolean isForDemo(DemoTask task) {
        return SourceChannel.IMPORT.label().equals(task.channel());
    }

    private boolean answer(Tasklist tasklist, DemoTask task) {
        var answer = answers.answer(task, plan.scriptOf(task.caseNumber()));
        try {
            answer.ifPresent(given -> give(tasklist, task, given));
            return answer.isPresent();
        } catch (WebappException e) {
            if (e.isLoginNeeded()) {
                throw e;
            }
            // One task that cannot be completed now must not keep this person from the others.
            tally.failed(e);
            return false;
        }
    }

    private void give(Tasklist tasklist, DemoTask task, DemoAnswer answer) {
        tasklist.complete(task.id(), answer.variable(), answer.values());
        answered.add(task.id());
        if (answer.event() != null) {
            memory.remember(task.caseNumber(), answer.event());
        }
        tally.answered(task);
    }
}
