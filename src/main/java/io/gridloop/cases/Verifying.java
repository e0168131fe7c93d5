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
    private final Children children;
    private final History history;
    private final Actors actors;
    private final Reworks reworks;
    private final Clock clock;

    Verifying(Judging judging, Children children, History history, Actors actors, Reworks reworks, Clock clock) {
        this.judging = judging;
        this.children = children;
        this.history = history;
        this.actors = actors;
        this.reworks = reworks;
        this.clock = clock;
    }

    /**
     * Records {@code pass}, {@code explain}, {@code rework}, {@code unable} or {@code inspect}. Returns {@code verificationResult} and {@code round}, and
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
        var opinion = answer.text("opinion");
        return switch (answer.text("decision")) {
            case "pass" -> problemToPass(it, opinion).or(() -> children.problemToEnd(it));
            case "explain" -> Problems.text("解释说明的内容", opinion, 5, 500).or(() -> children.problemToEnd(it));
            case "unable" -> Problems.text("无法解决的原因", opinion, 2, 500).or(() -> children.problemToEnd(it));
            case "rework" -> Problems.text("返工要求", opinion, 2, 500);
            case "inspect" -> Problems.unless(it.inspection() == null, "本轮已经独立核查过，请按核查结果作结论。")
                    .or(() -> Problems.optionalText("核查意见", opinion, 500));
            default -> Optional.of("请选择核查结论：通过、解释说明、返工、无法解决，或者先独立核查。");
        };
    }

    /** Who passes what did not pass on the spot says why. */
    private static Optional<String> problemToPass(Case it, String opinion) {
        var found = it.inspection();
        return found != null && found.result() == Inspection.Result.NOT_PASS
                ? Problems.text("独立核查没有通过，仍然通过的理由", opinion, 2, 500)
                : Problems.optionalText("核查意见", opinion, 500);
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        var opinion = answer.text("opinion");
        var result = switch (answer.text("decision")) {
            case "pass" -> pass(step, it, who, opinion);
            case "explain" -> explain(step, it, who, opinion);
            case "rework" -> sendBack(step, it, who, opinion);
            case "inspect" -> orderInspection(step, it, who, opinion);
            default -> giveUp(step, it, who, opinion);
        };
        return Results.of("verificationResult", result, "formProblem", null, "verification", null, "round", it.round());
    }

    private String pass(Step step, Case it, Actor who, String opinion) {
        it.pass();
        history.write(it, step.element(), who, "已核查通过。", ("核查通过。" + opinion).strip());
        return "passed";
    }

    private String explain(Step step, Case it, Actor who, String opinion) {
        it.explain("您反映的事项经办理，作如下解释说明：" + Masking.mask(opinion));
        history.write(it, step.element(), who, null, "以解释说明办结：" + opinion);
        return "explained";
    }

    private String orderInspection(Step step, Case it, Actor who, String opinion) {
        history.write(it, step.element(), who, null, ("要求到现场独立核查。" + opinion).strip());
        return "inspect";
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
            reworks.tell(it);
        }
        history.write(it, step.element(), who, "核查未通过，重新办理。",
                (onSpot ? "当场办结经核查不实：" : "返工（第%d轮）：".formatted(it.round())) + opinion);
        return onSpot ? "reaccept" : "rework";
    }
}
