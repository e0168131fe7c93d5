package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler says what was done, or gives the case back. */
@Service
public class Handling implements HumanStep {

    static final String TASK = "Task_HandleCase";

    private final Judging judging;
    private final TaskEnds ends;
    private final History history;
    private final Actors actors;
    private final Leaving leaving;
    private final Alongside alongside;

    Handling(Judging judging, TaskEnds ends, History history, Actors actors, Leaving leaving,
            Alongside alongside) {
        this.judging = judging;
        this.ends = ends;
        this.history = history;
        this.actors = actors;
        this.leaving = leaving;
        this.alongside = alongside;
    }

    /** Records {@code done} or {@code return}. Returns {@code handlingResult}, and what is wrong when it is {@code invalid}. */
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
            case "return" -> Problems.text("退回理由", answer.text("reason"), 2, 500);
            default -> Optional.of("请选择办理意见：办结或退回。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        boolean done = answer.text("decision").equals("done");
        leaving.leave(it);
        if (done) {
            it.handled(answer.text("result"));
            history.write(it, step.element(), who, "有关人员已处置，等待核查。", "处置结果：" + answer.text("result"));
            alongside.finish(it);
        } else {
            it.giveBack();
            history.write(it, step.element(), who, null, "%s退回：%s".formatted(who.name(), answer.text("reason")));
            alongside.callOff(it);
        }
        // The watch ends with the step it watches, without a word of its own.
        ends.closeLeft(it, Supervising.TASK);
        return Results.of("handlingResult", done ? "handled" : "returned", "formProblem", null, "handling", null);
    }
}
