package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's intake officer adds what a report lacks. */
@Service
public class Classifying implements HumanStep {

    private static final String TASK = "Task_ClassifyCase";

    private final Judging judging;
    private final History history;
    private final Actors actors;
    private final Categories categories;
    private final Territory territory;

    Classifying(Judging judging, History history, Actors actors, Categories categories, Territory territory) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
        this.categories = categories;
        this.territory = territory;
    }

    /**
     * Records {@code category}, {@code gridCode} and {@code note}, or {@code emergencyLine} alone. Returns
     * {@code classificationValid}, {@code emergencyLine}, and what is wrong.
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
        return "classification";
    }

    @Override
    public String form() {
        return "classifyCase";
    }

    @Override
    public String title() {
        return "补全类别和位置";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("classificationValid", false, "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return urgent(answer)
                ? EmergencyLine.problem(answer.text("emergencyLine"))
                : problemOfPlace(answer);
    }

    private Optional<String> problemOfPlace(Answer answer) {
        return Problems.first(
                () -> Problems.unless(categories.find(answer.text("category")).isPresent(), "请从列表中选择类别。"),
                () -> Problems.unless(territory.grid(answer.text("gridCode")).isPresent(), "请从列表中选择所在网格。"),
                () -> Problems.optionalText("备注", answer.text("note"), 500));
    }

    private static boolean urgent(Answer answer) {
        return answer.text("decision").equals("emergency");
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        if (urgent(answer)) {
            foundUrgent(step, it, EmergencyLine.of(answer.text("emergencyLine")).orElseThrow());
        } else {
            classify(step, it, answer);
        }
        return Results.of("classificationValid", true, "formProblem", null, "classification", null, "category",
                it.category(), "emergencyLine", it.emergencyLine());
    }

    private void foundUrgent(Step step, Case it, EmergencyLine line) {
        it.foundUrgent(line);
        history.write(it, step.element(), actors.of(it, TASK), null, line.found());
    }

    private void classify(Step step, Case it, Answer answer) {
        it.classify(answer.text("category"), answer.text("gridCode"));
        var place = territory.grid(it.gridCode()).orElseThrow().label();
        var what = "确定类别为%s，位置为%s。%s".formatted(categories.label(it.category()), place, answer.text("note"));
        history.write(it, step.element(), actors.of(it, TASK), null, what.strip());
    }
}
