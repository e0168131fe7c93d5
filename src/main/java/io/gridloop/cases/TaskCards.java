package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person needs to see and choose from in a task, and whose task it is. */
@Service
public class TaskCards {

    private final Effects effects;
    private final Territory territory;
    private final CaseCards cards;
    private final TaskOptions options;
    private final CaseParties parties;

    TaskCards(Effects effects, Territory territory, CaseCards cards, TaskOptions options,
            CaseParties parties) {
        this.effects = effects;
        this.territory = territory;
        this.cards = cards;
        this.options = options;
        this.parties = parties;
    }

    /**
     * Prepares a user task.
     *
     * @return {@code assignee} (login), {@code caseCard} (at most 4 KB of JSON, masked, without the reporter) and
     *     {@code options} (only the lists this task's form needs)
     * @throws IllegalArgumentException when the element is no user task of these processes
     */
    @Transactional
    public Map<String, @Nullable Object> prepare(Step step) {
        var it = effects.lock(step.caseId());
        var assignee = assignee(it, step.element()).login();
        effects.note(step, Results.of("assignee", assignee));
        parties.add(it.id(), assignee);
        return Results.of("assignee", assignee, "caseCard", cards.of(it), "options", options.of(step.element()));
    }

    private Person assignee(Case it, String element) {
        return switch (element) {
            case "Task_ClassifyCase" -> territory.intakeOfficer();
            case "Task_AcceptCase", "Task_VerifyCase" -> territory.leaderOf(it.gridCode());
            case "Task_AssignUnit" -> territory.dispatcher();
            case "Task_HandleCase" -> territory.person(String.valueOf(it.handlerLogin()))
                    .orElseThrow(() -> new IllegalStateException(it.caseNumber() + " has no handler"));
            case "Task_SuperviseOverdue" -> territory.supervisor();
            default -> throw new IllegalArgumentException("Nobody is named for the task " + element);
        };
    }
}
