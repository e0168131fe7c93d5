package io.gridloop.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The unit signs for a case (签收) before it handles it, or gives it back at once. In time is what is answered before
 * {@code signDueAt}; then gridloop signs, and it counts as late.
 */
@Service
public class SigningFor implements HumanStep {

    static final String TASK = "Task_SignForCase";

    private final Judging judging;
    private final Effects effects;
    private final Visits visits;
    private final TaskEnds ends;
    private final History history;
    private final Actors actors;
    private final Returning returning;
    private final Times times;
    private final Clock clock;

    SigningFor(Judging judging, Effects effects, Visits visits, TaskEnds ends, History history, Actors actors,
            Returning returning, Times times, Clock clock) {
        this.judging = judging;
        this.effects = effects;
        this.visits = visits;
        this.ends = ends;
        this.history = history;
        this.actors = actors;
        this.returning = returning;
        this.times = times;
        this.clock = clock;
    }

    /** Records {@code sign} or {@code return}. Returns {@code signingResult}, and what is wrong when it is {@code invalid}. */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> record(step, it, answer));
    }

    /** Nobody signed in time. What somebody answered in the last moment is void. Returns {@code signingResult}. */
    @Transactional
    public Map<String, @Nullable Object> signAutomatically(Step step) {
        return effects.once(step, it -> {
            ends.closeLeft(it, TASK);
            it.signAutomatically(clock.instant());
            history.write(it, step.element(), Actor.SYSTEM, null, "逾期未签收%s，系统自动签收，计为签收不及时。"
                    .formatted(it.signature().dueAt() == null
                            ? ""
                            : "（应于%s签收）".formatted(times.words(it.signature().dueAt()))));
            return Results.of("signingResult", "signed", "formProblem", null, "signing", null);
        });
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "signing";
    }

    @Override
    public String form() {
        return "signForCase";
    }

    @Override
    public String title() {
        return "签收案件";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("signingResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "sign" -> Optional.empty();
            case "return" -> returning.problem(it, answer.text("reason"));
            default -> Optional.of("请选择：签收或退单。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        boolean signs = answer.text("decision").equals("sign");
        if (signs) {
            // What was answered at the desk in time is in time, also when the engine is slow.
            var at = visits.answeredAt(step, TASK).orElseGet(clock::instant);
            it.sign(at);
            history.write(it, step.element(), who, null, it.signature().late() ? "已签收（逾期）。" : "已签收。");
        } else {
            returning.giveBack(step, it, who, answer.text("reason"));
        }
        return Results.of("signingResult", signs ? "signed" : "returned", "formProblem", null, "signing", null);
    }
}
