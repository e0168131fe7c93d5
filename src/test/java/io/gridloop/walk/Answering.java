package io.gridloop.walk;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.gridloop.cases.TaskGoneException;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.process.engine.UserTask;
import io.gridloop.process.engine.UserTaskSearch;
import io.gridloop.walk.Sight.Open;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.ConcurrencyFailureException;

/** Answers tasks at the desk, or in the engine as Tasklist does, and sees to it that what must come back does. */
final class Answering {

    private static final Duration STALL = Duration.ofMinutes(10);
    private static final int IN_ENGINE = 40;

    private final Walker walker;
    private final Ground ground;
    /** Visits that may have a problem in their form. */
    private final Set<Long> known = new HashSet<>();
    /** Elements whose last answer may come back though it was valid: somebody else may have been faster. */
    private final Set<String> unsure = new HashSet<>();
    private final Map<String, Open> last = new HashMap<>();
    /** Who completed them in the engine, as far as this walker knows. */
    private final Map<String, String> completed = new HashMap<>();

    Answering(Walker walker, Ground ground) {
        this.walker = walker;
        this.ground = ground;
    }

    /** At the beginning of a visit: nobody is told of a problem after a valid answer. */
    void arrive(Open task) {
        var problem = problem(task.key());
        boolean forgiven = unsure.remove(task.element()) || changedHands(task.element());
        require(problem.isEmpty() || known.contains(task.key()) || forgiven, "a valid answer came back: " + problem);
    }

    /**
     * Whether the task that was answered last was given to somebody else meanwhile, be it only between the two commands
     * that take and complete it in the engine.
     */
    private boolean changedHands(String element) {
        var task = last.get(element);
        var who = completed.get(element);
        return task != null && walker.the(Tasks.class).find(task.key())
                .filter(now -> now.assignee().equals(task.assignee()))
                .filter(now -> who == null || who.equals(now.completedBy())).isEmpty();
    }

    Taken answer(Sight now, Open task, Manner manner, boolean hurried) throws InterruptedException {
        var view = ground.withAHand(() -> walker.the(Tasks.class).find(task.key())).orElseThrow();
        var values = values(view, manner, hurried);
        boolean stranger = manner == Manner.STRANGER || manner == Manner.STRANGER_AT_DESK;
        var who = stranger ? walker.stranger(task.assignee()) : task.assignee();
        boolean inEngine = manner == Manner.STRANGER || (manner != Manner.STRANGER_AT_DESK && walker.chance(IN_ENGINE)
                && (manner != Manner.INVALID || steady(task)));
        walker.tell(
                "%s %s by %s %s %s".formatted(task.element(), manner, who, inEngine ? "in the engine" : "at the desk",
                        shortened(values)));
        last.put(task.element(), task);
        completed.compute(task.element(), (element, before) -> inEngine ? who : null);
        if (manner == Manner.TOGETHER || values.containsKey("duplicateOf") || values.containsKey("repeatOf")
                || !steady(task)) {
            unsure.add(task.element());
        }
        return inEngine
                ? inEngine(now, task, manner, who, Map.of(view.answerVariable(), values))
                : atTheDesk(task, manner, who, values);
    }

    private static boolean steady(Open task) {
        return WalkStep.of(task.element()).steady();
    }

    private Map<String, Object> values(TaskView view, Manner manner, boolean hurried) {
        var answers = new WalkAnswers(WalkStep.of(view.element()), WalkForm.read(view.form(), view.answerVariable()),
                shown(view.key()), walker.random(), walker);
        return manner == Manner.INVALID ? answers.invalid() : answers.valid(hurried);
    }

    private Taken atTheDesk(Open task, Manner manner, String who, Map<String, Object> values) {
        Optional<String> problem;
        try {
            problem = ground.withAHand(() -> walker.the(Tasks.class).answer(task.key(), who, values));
        } catch (TaskGoneException | ConcurrencyFailureException e) {
            walker.tell("is told: " + e.getMessage());
            return manner == Manner.STRANGER_AT_DESK ? Taken.NO : Taken.GONE;
        }
        problem.ifPresent(why -> walker.tell("is told: " + why));
        require(manner != Manner.STRANGER_AT_DESK, "a stranger could answer at the desk");
        require(manner != Manner.INVALID || problem.isPresent() || !steady(task),
                "an invalid answer was taken at the desk");
        require(manner == Manner.INVALID || problem.isEmpty() || unsure.contains(task.element()),
                "a valid answer was refused: " + problem);
        return problem.isEmpty() ? Taken.YES : Taken.NO;
    }

    private Taken inEngine(Sight now, Open task, Manner manner, String who, Map<String, Object> variables)
            throws InterruptedException {
        if (!complete(task, who, variables)) {
            return Taken.GONE;
        }
        if (manner == Manner.INVALID || manner == Manner.STRANGER) {
            awaitBack(now, task, manner, who);
        }
        return Taken.YES;
    }

    /** False when the engine has no such task any more. */
    private boolean complete(Open task, String who, Map<String, Object> variables) {
        var found = find(task).orElse(null);
        if (found == null) {
            walker.tell("it is gone");
            return false;
        }
        var client = walker.the(CamundaClient.class);
        try {
            client.newAssignUserTaskCommand(found.key()).assignee(who).allowOverride(true).send().join();
            client.newCompleteUserTaskCommand(found.key()).variables(variables).send().join();
            return true;
        } catch (ClientException e) {
            walker.tell("the engine says: " + e.getMessage());
            return false;
        }
    }

    /** Empty when the case was quicker to leave it than the engine to show it. */
    private Optional<UserTask> find(Open task) {
        var found = new AtomicReference<UserTask>();
        await().atMost(STALL).pollInterval(Duration.ofMillis(500)).ignoreExceptions().until(() -> {
            walker.the(UserTaskSearch.class).find(task.instance(), task.key()).ifPresent(found::set);
            return found.get() != null
                    || ground.board().look(walker.caseId()).open().stream().noneMatch(it -> it.key() == task.key());
        });
        return Optional.ofNullable(found.get());
    }

    private void awaitBack(Sight before, Open task, Manner manner, String who) throws InterruptedException {
        var now = ground.board().await(walker.caseId(), STALL,
                sight -> sight.closed() || sight.state() != before.state() || back(sight, task).isPresent());
        var again = back(now, task);
        // A change of people may have given it back to somebody who may, before the stranger was done, or made the
        // stranger a stand-in.
        boolean notSoStrange = manner == Manner.STRANGER
                && (!who.equals(completedBy(task)) || walker.stoodIn(who, task.assignee()));
        require(again.isPresent() || notSoStrange, "what must come back was taken in the engine");
        again.ifPresent(visit -> {
            require(!problem(visit.key()).isEmpty(), "it came back without a word");
            known.add(visit.key());
        });
    }

    private String completedBy(Open task) {
        return walker.the(Tasks.class).find(task.key()).map(TaskView::completedBy).orElse("");
    }

    private static Optional<Open> back(Sight now, Open task) {
        return now.open().stream().filter(open -> open.element().equals(task.element()) && open.key() != task.key())
                .findFirst();
    }

    private String problem(long key) {
        var problem = shown(key).get("formProblem");
        return problem == null ? "" : problem.toString();
    }

    private Map<String, Object> shown(long key) {
        return ground.read(ground.withAHand(() -> walker.the(Tasks.class).formVariables(key)).orElseThrow());
    }

    private static String shortened(Map<String, Object> values) {
        var text = values.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static void require(boolean fine, String problem) {
        if (!fine) {
            throw new IllegalStateException(problem);
        }
    }
}
