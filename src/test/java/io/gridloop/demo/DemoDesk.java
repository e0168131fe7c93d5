package io.gridloop.demo;

import io.gridloop.cases.SourceChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One person of the demo staff at work. Used by one thread at a time. */
final class DemoDesk {

    private final Supplier<Tasklist> login;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoAnswers answers;
    private final DemoTally tally;
    private final Set<String> answered = new HashSet<>();
    private @Nullable Tasklist session;

    DemoDesk(Supplier<Tasklist> login, DemoPlan plan, DemoMemory memory, DemoTally tally) {
        this.login = login;
        this.plan = plan;
        this.memory = memory;
        this.answers = new DemoAnswers(memory);
        this.tally = tally;
    }

    /**
     * Answers this person's tasks as the plan says.
     *
     * @param most at most so many
     * @return how many were answered
     */
    int work(int most) {
        try {
            return answerTasks(session(), most);
        } catch (WebappException e) {
            tally.failed(e);
            session = e.isLoginNeeded() ? null : session;
            return 0;
        }
    }

    private Tasklist session() {
        if (session == null) {
            session = login.get();
        }
        return session;
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
