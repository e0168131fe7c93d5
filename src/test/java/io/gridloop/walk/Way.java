package io.gridloop.walk;

import io.gridloop.walk.Sight.Open;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * The way of one case: at each visit of a task is drawn what people do before they answer, and how they answer. After
 * some steps only what leads to an end is drawn.
 */
final class Way {

    private static final int HURRY = 12;
    private static final int NEVER_ENDS = 120;
    private static final Duration STALL = Duration.ofMinutes(10);
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Walker walker;
    private final Ground ground;
    private final Board board;
    private final Answering answering;
    private final Set<Long> answered = new HashSet<>();
    private final Map<Long, Deque<Move>> moves = new HashMap<>();
    private int steps;

    Way(Walker walker, Ground ground) {
        this.walker = walker;
        this.board = ground.board();
        this.ground = ground;
        this.answering = new Answering(walker, ground);
    }

    /** One thing that people do at a visit. */
    @FunctionalInterface
    private interface Move {

        void go(Sight now, Open task) throws InterruptedException;
    }

    void walk() throws InterruptedException {
        if (walker.chance(2)) {
            act(board.look(walker.caseId()));
        }
        do {
            for (var now = next(); !now.closed(); now = next()) {
                leadParts();
                move(now);
            }
        } while (goesOnAfterItsEnd());
    }

    /** A case that was split ends after its parts. */
    private void leadParts() throws InterruptedException {
        for (var part : walker.parts()) {
            walker.tell("leads part " + part.caseId());
            new Way(part, ground).walk();
        }
    }

    private Sight next() throws InterruptedException {
        if (steps++ > NEVER_ENDS) {
            throw new IllegalStateException("it never ends");
        }
        return board.await(walker.caseId(), STALL, now -> now.closed() || task(now).isPresent());
    }

    private Optional<Open> task(Sight now) {
        return now.open().stream().filter(task -> !answered.contains(task.key())).findFirst();
    }

    private boolean hurried() {
        return steps > HURRY;
    }

    private void move(Sight now) throws InterruptedException {
        var open = now.open().stream().filter(task -> !answered.contains(task.key())).toList();
        var task = chosen(open);
        var mine = moves.computeIfAbsent(task.key(), key -> arrive(now, task));
        var move = mine.poll();
        if (move == null) {
            answer(now, task, Manner.PROPER);
        } else {
            move.go(now, task);
        }
    }

    /** What ends with the handling is mostly answered before it. */
    private Open chosen(List<Open> open) {
        var passing = open.stream().filter(task -> !isSteady(task)).toList();
        return walker.oneOf(passing.isEmpty() || walker.chance(30) ? open : passing);
    }

    private Deque<Move> arrive(Sight now, Open task) {
        answering.arrive(task);
        var drawn = new ArrayDeque<Move>();
        if (!hurried()) {
            while (walker.chance(30)) {
                drawn.add((sight, at) -> act(sight));
            }
            if (task.element().equals("Task_HandleCase") && walker.chance(40)) {
                drawn.add((sight, at) -> waitUntilLate(sight));
            }
            var manner = Manner.drawn(walker.random());
            drawn.add((sight, at) -> answer(sight, at, manner));
        }
        return drawn;
    }

    private void act(Sight now) throws InterruptedException {
        act(PageAction.drawn(PageActions.ALL, now, walker.random()), now, walker);
        var then = board.look(walker.caseId());
        if (now.order() == null && walker.chance(80)) {
            waitForNextOfOrder(then);
        }
    }

    private void act(@Nullable PageAction action, Sight now, Walker actor) {
        if (action != null) {
            actor.tell(action.name() + act(action.act(), now, actor).map(why -> ": refused, " + why).orElse(""));
        }
    }

    /** Two people at the same moment: one of them may be told to try again. */
    private Optional<String> act(PageAction.Act act, Sight now, Walker actor) {
        try {
            return ground.withAHand(() -> act.on(now, actor));
        } catch (ConcurrencyFailureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Leaves the case alone until its deadline has passed, if that comes soon. */
    private void waitUntilLate(Sight now) throws InterruptedException {
        var dueAt = now.dueAt();
        if (now.overdue() || dueAt == null || dueAt.isAfter(walker.now().plus(LONGEST_WAIT))) {
            return;
        }
        walker.tell("waits until it is late");
        board.await(walker.caseId(), STALL, sight -> sight.overdue() || !sight.handling());
    }

    private void answer(Sight now, Open task, Manner drawn) throws InterruptedException {
        var manner = isSteady(task) || drawn != Manner.STRANGER ? drawn : Manner.STRANGER_AT_DESK;
        var other = manner == Manner.TOGETHER ? together(now) : null;
        var taken = answering.answer(now, task, manner, hurried());
        if (other != null) {
            other.join();
        }
        walker.endAbsences();
        if (taken == Taken.YES) {
            answered.add(task.key());
            waitForWhatFollows(task);
        } else if (taken == Taken.GONE) {
            board.awaitChange(now, AFTERWARDS);
        }
    }

    /** What lasts no longer than the handling gets to its own end only when nobody hurries on. */
    private void waitForWhatFollows(Open task) throws InterruptedException {
        var now = board.look(walker.caseId());
        if (now.order() != null && walker.chance(80)) {
            waitForNextOfOrder(now);
        } else if (!isSteady(task) && !hurried() && walker.chance(50)) {
            board.awaitChange(now, LONGEST_WAIT);
        }
    }

    /** An order of supervision is mostly read, replied to and reviewed before the work goes on. */
    private void waitForNextOfOrder(Sight before) throws InterruptedException {
        if (before.order() != null) {
            board.awaitAWhile(before.caseId(), LONGEST_WAIT,
                    now -> now.order() == null || !now.handling() || !before.open().containsAll(now.open()));
        }
    }

    /** What a timer or the end of the handling may take away does not come back for certain. */
    private static boolean isSteady(Open task) {
        return WalkStep.of(task.element()).steady();
    }

    /** Somebody else acts on a page at the same moment. */
    private CompletableFuture<Void> together(Sight now) {
        var action = PageAction.drawn(PageActions.ALL, now, walker.random());
        var other = walker.beside();
        return CompletableFuture.runAsync(() -> act(action, now, other), Thread::startVirtualThread);
    }

    private boolean goesOnAfterItsEnd() throws InterruptedException {
        if (!walker.chance(45)) {
            return false;
        }
        act(board.look(walker.caseId()));
        return !board.look(walker.caseId()).closed();
    }
}
