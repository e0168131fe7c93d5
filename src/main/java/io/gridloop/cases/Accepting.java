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
    private final Duplicates duplicates;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Accepting(Judging judging, Duplicates duplicates, History history, Actors actors, Clock clock) {
        this.judging = judging;
        this.duplicates = duplicates;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records the decision {@code accept}, {@code refuse}, {@code duplicate} or {@code onSpot}. Returns
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
        return switch (answer.text("decision")) {
            case "accept" -> Problems.unless(LEVELS.containsKey(answer.text("handlingLevel")), "请选择处置层级：社区或县级。");
            case "refuse" -> Problems.first(
                    () -> Problems.unless(RefusalRoute.of(answer.text("refusalRoute")).isPresent(),
                            "不予受理时，请选择告知居民的法定途径。"),
                    () -> Problems.text("不予受理的理由", answer.text("reason"), 2, 500));
            case "duplicate" -> Problems.first(
                    () -> duplicates.problem(it, answer.text("duplicateOf")),
                    () -> Problems.optionalText("说明", answer.text("reason"), 500));
            case "onSpot" -> Problems.text("当场办结的处理结果", answer.text("result"), 5, 2_000);
            default -> Optional.of("请选择受理意见：受理、不予受理、重复件或当场办结。");
        };
    }

    private Map<String, @Nullable Object> decide(Step step, Case it, Answer answer) {
        var result = switch (answer.text("decision")) {
            case "accept" -> accept(step, it, answer.text("handlingLevel"));
            case "refuse" ->
                refuse(step, it, RefusalRoute.of(answer.text("refusalRoute")).orElseThrow(), answer.text("reason"));
            case "duplicate" -> declareDuplicate(step, it, answer);
            default -> solveOnSpot(step, it, answer.text("result"));
        };
        return Results.of("acceptanceResult", result, "formProblem", null, "acceptance", null,
                "category", it.category(), "handlingLevel", it.handlingLevel());
    }

    private String accept(Step step, Case it, String level) {
        it.accept(level, clock.instant());
        write(step, it, "您反映的事项已受理。", "受理，处置层级：" + LEVELS.get(level));
        return "accepted";
    }

    private String refuse(Step step, Case it, RefusalRoute route, String reason) {
        var told = "您反映的事项不属于受理范围，建议%s。说明：%s".formatted(route.label(), Masking.mask(reason));
        it.refuse(told);
        write(step, it, null, "不予受理，告知途径：%s。理由：%s".formatted(route.label(), reason));
        return "refused";
    }

    private String declareDuplicate(Step step, Case it, Answer answer) {
        var original = duplicates.original(answer.text("duplicateOf"));
        it.declareDuplicateOf(original, "您反映的事项已有案件正在办理或已经办理，编号%s，不再重复立案。".formatted(original.caseNumber()));
        write(step, it, null, "重复件，原案件%s。%s".formatted(original.caseNumber(), answer.text("reason")).strip());
        return "duplicate";
    }

    private String solveOnSpot(Step step, Case it, String result) {
        it.declareSolvedOnSpot(result);
        write(step, it, null, "当场办结：" + result);
        return "onSpot";
    }

    private void write(Step step, Case it, @Nullable String publicText, String internalText) {
        history.write(it, step.element(), actors.of(it, TASK), publicText, internalText);
    }
}
