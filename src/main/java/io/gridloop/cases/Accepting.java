package io.gridloop.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grid leader decides what becomes of a report. */
@Service
public class Accepting implements HumanStep {

    private static final String TASK = "Task_AcceptCase";
    private static final Map<String, String> LEVELS = Map.of("community", "社区", "county", "县级");

    private final Judging judging;
    private final TurningAway turningAway;
    private final Children children;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Accepting(Judging judging, TurningAway turningAway, Children children, History history, Actors actors,
            Clock clock) {
        this.judging = judging;
        this.turningAway = turningAway;
        this.children = children;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records the decision {@code accept} or {@code onSpot}, or one that ends the case, see {@link TurningAway}. Returns
     * {@code acceptanceResult}, and what is wrong when it is {@code invalid}.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> decide(step, it, answer));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "acceptance";
    }

    @Override
    public String form() {
        return "acceptCase";
    }

    @Override
    public String title() {
        return "受理案件";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("acceptanceResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        var decision = answer.text("decision");
        return switch (decision) {
            case "accept" -> Problems.unless(LEVELS.containsKey(answer.text("handlingLevel")), "请选择处置层级：社区或县级。");
            case "onSpot" -> Problems.text("当场办结的处理结果", answer.text("result"), 5, 2_000)
                    .or(() -> children.problemToEnd(it));
            default -> turningAway.knows(decision)
                    ? turningAway.problem(it, answer).or(() -> children.problemToEnd(it))
                    : Optional.of("请选择受理意见：受理、当场办结、当场答复、重复件、重复诉求、不予受理或紧急险情。");
        };
    }

    private Map<String, @Nullable Object> decide(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        var result = switch (answer.text("decision")) {
            case "accept" -> accept(step, it, answer.text("handlingLevel"), who);
            case "onSpot" -> solveOnSpot(step, it, answer.text("result"), who);
            default -> turningAway.record(step, it, answer, who);
        };
        return Results.of("acceptanceResult", result, "formProblem", null, "acceptance", null,
                "category", it.category(), "handlingLevel", it.handlingLevel());
    }

    private String accept(Step step, Case it, String level, Actor who) {
        it.accept(level, clock.instant());
        history.write(it, step.element(), who, "您反映的事项已受理。", "受理，处置层级：" + LEVELS.get(level));
        return "accepted";
    }

    private String solveOnSpot(Step step, Case it, String result, Actor who) {
        it.declareSolvedOnSpot(result, who.login());
        history.write(it, step.element(), who, null, "当场办结：" + result);
        return "onSpot";
    }
}
