package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's intake officer adds what a report lacks. */
@Service
public class Classifying {

    private final Effects effects;
    private final History history;
    private final Actors actors;
    private final Categories categories;
    private final Territory territory;

    Classifying(Effects effects, History history, Actors actors, Categories categories, Territory territory) {
        this.effects = effects;
        this.history = history;
        this.actors = actors;
        this.categories = categories;
        this.territory = territory;
    }

    /** Records {@code category}, {@code gridCode} and {@code note}. Returns {@code classificationValid} and what is wrong. */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return effects.once(step, it -> Problems.first(
                () -> Problems.unless(categories.find(answer.text("category")).isPresent(), "请从列表中选择类别。"),
                () -> Problems.unless(territory.grid(answer.text("gridCode")).isPresent(), "请从列表中选择所在网格。"),
                () -> Problems.optionalText("备注", answer.text("note"), 500))
                .map(problem -> Results.of("classificationValid", false, "formProblem", problem))
                .orElseGet(() -> classify(step, it, answer)));
    }

    private Map<String, @Nullable Object> classify(Step step, Case it, Answer answer) {
        it.classify(answer.text("category"), answer.text("gridCode"));
        var place = territory.grid(it.gridCode()).orElseThrow().label();
        var what = "确定类别为%s，位置为%s。%s".formatted(categories.label(it.category()), place, answer.text("note"));
        history.write(it, step.element(), actors.of(it, "Task_ClassifyCase"), null, what.strip());
        return Results.of(
                "classificationValid", true, "formProblem", null, "classification", null, "category", it.category());
    }
}
