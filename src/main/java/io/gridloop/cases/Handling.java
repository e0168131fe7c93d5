package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler says what was done, gives the case back, or reports it up. */
@Service
public class Handling implements HumanStep {

    static final String TASK = "Task_HandleCase";

    private final Judging judging;
    private final TaskEnds ends;
    private final History history;
    private final Actors actors;
    private final Leaving leaving;
    private final Alongside alongside;
    private final Returning returning;

    Handling(Judging judging, TaskEnds ends, History history, Actors actors, Leaving leaving, Alongside alongside,
            Returning returning) {
        this.judging = judging;
        this.ends = ends;
        this.history = history;
        this.actors = actors;
        this.leaving = leaving;
        this.alongside = alongside;
        this.returning = returning;
    }

    /**
     * Records {@code done}, {@code return} or {@code reportUp}. Returns {@code handlingResult}: {@code handled},
     * {@code returned} or {@code reportedUp}, and what is wrong when it is {@code invalid}.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> record(step, it, answer));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "handling";
    }

    @Override
    public String form() {
        return "handleCase";
    }

    @Override
    public String title() {
        return "办理案件";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("handlingResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "done" -> Problems.text("处置结果", answer.text("result"), 5, 2_000);
            case "return" -> returning.problem(it, answer.text("reason"));
            case "reportUp" -> returning.problemReportingUp(it, answer.text("reason"));
            default -> Optional.of("请选择办理意见：办结、退回或上报。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        var result = switch (answer.text("decision")) {
            case "done" -> finish(step, it, who, answer.text("result"));
            case "return" -> giveBack(step, it, who, answer.text("reason"));
            default -> reportUp(step, it, who, answer.text("reason"));
        };
        return Results.of("handlingResult", result, "formProblem", null, "handling", null);
    }

    private String finish(Step step, Case it, Actor who, String result) {
        leaving.leave(it);
        it.handled(result);
        history.write(it, step.element(), who, "有关人员已处置，等待核查。", "处置结果：" + result);
        alongside.finish(it);
        // The watch ends with the step it watches, without a word of its own.
        ends.closeLeft(it, Supervising.TASK);
        return "handled";
    }

    private String giveBack(Step step, Case it, Actor who, String reason) {
        returning.giveBack(step, it, who, reason);
        return "returned";
    }

    private String reportUp(Step step, Case it, Actor who, String reason) {
        returning.reportUp(step, it, who, reason);
        return "reportedUp";
    }
}
