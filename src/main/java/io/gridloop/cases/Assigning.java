package io.gridloop.cases;

import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's dispatcher chooses the unit where the table cannot, or after a return. */
@Service
public class Assigning implements HumanStep {

    /** Stands for the case's own community instead of a department. */
    static final String COMMUNITY = "community";

    private static final String TASK = "Task_AssignUnit";
    private static final int MOST_CO_HANDLERS = 8;

    private final Judging judging;
    private final History history;
    private final Actors actors;
    private final Territory territory;

    Assigning(Judging judging, History history, Actors actors, Territory territory) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
        this.territory = territory;
    }

    /** Records {@code unit}, {@code coHandlers} (codes of departments) and {@code reason}. Returns {@code assignmentValid} and {@code route}, or what is wrong. */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer,
                it -> assign(step, it, answer));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "assignment";
    }

    @Override
    public String form() {
        return "assignUnit";
    }

    @Override
    public String title() {
        return "指定承办单位";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("assignmentValid", false, "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return Problems.first(
                () -> Problems.unless(known(answer.text("unit")), "请从列表中选择承办单位。"),
                () -> coHandlersProblem(answer),
                () -> Problems.optionalText("派遣说明", answer.text("reason"), 500));
    }

    private Optional<String> coHandlersProblem(Answer answer) {
        var chosen = answer.texts("coHandlers");
        return Problems.first(
                () -> Problems.unless(chosen.stream().allMatch(code -> territory.department(code).isPresent()),
                        "协办部门请从列表中选择。"),
                () -> Problems.unless(chosen.size() <= MOST_CO_HANDLERS, "协办部门最多%d个。".formatted(MOST_CO_HANDLERS)),
                () -> Problems.unless(!chosen.contains(answer.text("unit")), "承办单位不能同时是协办部门。"));
    }

    private Map<String, @Nullable Object> assign(Step step, Case it, Answer answer) {
        var unit = answer.text("unit");
        it.assign();
        history.write(it, step.element(), actors.of(it, TASK), null,
                "人工派遣给%s。%s".formatted(name(unit), answer.text("reason")));
        return Results.of("assignmentValid", true, "formProblem", null, "assignment", null, "route",
                route(unit, answer.texts("coHandlers")));
    }

    private boolean known(String unit) {
        return unit.equals(COMMUNITY) || territory.department(unit).isPresent();
    }

    private String name(String unit) {
        return territory.department(unit).map(Department::name).orElse("本社区");
    }

    private static Map<String, @Nullable Object> route(String unit, List<String> coHandlers) {
        boolean community = unit.equals(COMMUNITY);
        return Results.of("level", community ? COMMUNITY : "department", "post", "", "lead", community ? "" : unit,
                "coHandlers", String.join(",", coHandlers), "ruleCode", "manual");
    }
}
