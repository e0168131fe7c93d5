package io.gridloop.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grid leader checks on the spot what was done. */
@Service
public class Verifying implements HumanStep {

    private static final String TASK = "Task_VerifyCase";

    private final Judging judging;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Verifying(Judging judging, History history, Actors actors, Clock clock) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records {@code pass}, {@code rework} or {@code unable}. Returns {@code verificationResult} and {@code round}, and
     * what is wrong when it is {@code invalid}.
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
        return "verification";
    }

    @Override
    public String form() {
        return "verifyCase";
    }

    @Override
    public String title() {
        return "核查案件";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("verificationResult", "invalid", "formProblem", problem, "round", it.round());
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "pass" -> Problems.optionalText("核查意见", answer.text("opinion"), 500);
            case "rework" -> Problems.text("返工要求", answer.text("opinion"), 2, 500);
            case "unable" -> Problems.text("无法解决的原因", answer.text("opinion"), 2, 500);
            default -> Optional.of("请选择核查结论：通过、返工或无法解决。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        var opinion = answer.text("opinion");
        var result = switch (answer.text("decision")) {
            case "pass" -> pass(step, it, who, opinion);
            case "rework" -> sendBack(step, it, who, opinion);
            default -> giveUp(step, it, who, opinion);
        };
        return Results.of("verificationResult", result, "formProblem", null, "verification", null, "round", it.round());
    }

    private String pass(Step step, Case it, Actor who, String opinion) {
        it.pass();
        history.write(it, step.element(), who, "已核查通过。", ("核查通过。" + opinion).strip());
        return "passed";
    }

    private String giveUp(Step step, Case it, Actor who, String reason) {
        it.giveUp("经办理和核查，您反映的事项目前无法解决。原因：" + Masking.mask(reason));
        history.write(it, step.element(), who, null, "无法解决：" + reason);
        return "unable";
    }

    /** What was solved on the spot has no handler yet: it is dispatched for the first time. */
    private String sendBack(Step step, Case it, Actor who, String opinion) {
        boolean onSpot = it.solvedOnSpot();
        if (onSpot) {
            it.reaccept(clock.instant());
        } else {
            it.rework();
        }
        history.write(it, step.element(), who, "核查未通过，重新办理。",
                (onSpot ? "当场办结经核查不实：" : "返工（第%d轮）：".formatted(it.round())) + opinion);
        return onSpot ? "reaccept" : "rework";
    }
}
