package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler says what was done, or gives the case back. */
@Service
public class Handling {

    private final Effects effects;
    private final History history;
    private final Actors actors;

    Handling(Effects effects, History history, Actors actors) {
        this.effects = effects;
        this.history = history;
        this.actors = actors;
    }

    /** Records {@code done} or {@code return}. Returns {@code handlingResult}, and what is wrong when it is {@code invalid}. */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return effects.once(step, it -> problem(answer)
                .map(problem -> Results.of("handlingResult", "invalid", "formProblem", problem))
                .orElseGet(() -> record(step, it, answer)));
    }

    private static Optional<String> problem(Answer answer) {
        return switch (answer.text("decision")) {
            case "done" -> Problems.text("处置结果", answer.text("result"), 5, 2_000);
            case "return" -> Problems.text("退回理由", answer.text("reason"), 2, 500);
            default -> Optional.of("请选择办理意见：办结或退回。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, "Task_HandleCase");
        boolean done = answer.text("decision").equals("done");
        if (done) {
            it.handled(answer.text("result"));
            history.write(it, step.element(), who, "有关人员已处置，等待核查。", "处置结果：" + answer.text("result"));
        } else {
            it.giveBack();
            history.write(it, step.element(), who, null, "%s退回：%s".formatted(who.name(), answer.text("reason")));
        }
        return Results.of("handlingResult", done ? "handled" : "returned", "formProblem", null, "handling", null);
    }
}
