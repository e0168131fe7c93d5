package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers given at the desk that no process instance took, or judged. The next instance that asks the same person the
 * same gets them, unless somebody has completed another task of the case since.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnheardAnswers {

    private static final String WHAT = "UnheardAnswers";

    private final Effects effects;
    private final CaseTasks tasks;
    private final TaskLinks links;
    private final Territory territory;
    private final Actors actors;
    private final History history;

    UnheardAnswers(Effects effects, CaseTasks tasks, TaskLinks links, Territory territory, Actors actors,
            History history) {
        this.effects = effects;
        this.tasks = tasks;
        this.links = links;
        this.territory = territory;
        this.actors = actors;
        this.history = history;
    }

    /** @param unsent visits that were closed with an answer, when another instance took the case up */
    void keep(Case it, List<CaseTask> unsent) {
        var answered = Stream.concat(tasks.unjudged(it.id()).stream(), unsent.stream()).collect(Collectors.toMap(
                task -> name(task.element(), task.part()), CaseTask::elementInstanceKey, (first, last) -> last));
        if (!answered.isEmpty()) {
            effects.remember(it.id(), WHAT, new HashMap<>(answered));
        }
    }

    /** Answers a visit that was just opened as its person did before. */
    void give(Case it, Step step, String assignee) {
        unheard(step).ifPresent(old -> {
            var login = String.valueOf(old.answeredBy());
            if (territory.answersFor(login, assignee) && tasks.answer(step.elementInstanceKey(), login,
                    tasks.answerOf(old.elementInstanceKey()), UUID.randomUUID().toString())) {
                history.write(it, step.element(), actors.named(login), null, "沿用流程重新启动之前在工作台提交的意见，无需重新填写。");
                links.answerAgain(step.elementInstanceKey());
            }
        });
    }

    private Optional<CaseTask> unheard(Step step) {
        return effects.remembered(step.caseId(), WHAT).get(name(step.element(), step.part())) instanceof Number key
                ? tasks.findLast(key.longValue())
                : Optional.empty();
    }

    private static String name(String element, long part) {
        return element + "/" + part;
    }
}
