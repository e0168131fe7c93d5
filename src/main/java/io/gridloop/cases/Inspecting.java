package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who did not handle a case looks at it on the spot (济南市12345市民服务热线条例第27条). */
@Service
public class Inspecting implements HumanStep {

    static final String TASK = "Task_InspectCase";

    private final Judging judging;
    private final History history;
    private final Actors actors;

    Inspecting(Judging judging, History history, Actors actors) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
    }

    /** Records {@code pass}, {@code notPass} or {@code unable}. Returns {@code inspectionResult}, and what is wrong when it is {@code invalid}. */
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
        return "inspection";
    }

    @Override
    public String form() {
        return "inspectCase";
    }

    @Override
    public String title() {
        return "到现场独立核查";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("inspectionResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return Problems.first(
                () -> Problems.unless(Inspection.Result.of(answer.text("result")).isPresent(),
                        "请选择现场核查的结果：通过、没有通过或无法核实。"),
                () -> Problems.text("现场看到的情况", answer.text("words"), 2, 500));
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK);
        var found = new Inspection(Inspection.Result.of(answer.text("result")).orElseThrow(), answer.text("words"),
                String.valueOf(who.login()));
        it.inspected(found);
        history.write(it, step.element(), who, "工作人员已到现场独立核查。", "独立核查" + found.text());
        return Results.of("inspectionResult", found.result().answer(), "formProblem", null, "inspection", null);
    }
}
