package io.gridloop.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person needs to see and choose from in a task, and whose task it is. */
@Service
public class TaskCards {

    private final Effects effects;
    private final Assignees assignees;
    private final CaseCards cards;
    private final TaskOptions options;
    private final CaseParties parties;
    private final CaseTasks tasks;
    private final Parts parts;
    private final HumanSteps steps;
    private final UnheardAnswers unheard;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    TaskCards(Effects effects, Assignees assignees, CaseCards cards, TaskOptions options, CaseParties parties,
            CaseTasks tasks, Parts parts, HumanSteps steps, UnheardAnswers unheard,
            ApplicationEventPublisher events, ObjectMapper json) {
        this.effects = effects;
        this.assignees = assignees;
        this.cards = cards;
        this.options = options;
        this.parties = parties;
        this.tasks = tasks;
        this.parts = parts;
        this.steps = steps;
        this.unheard = unheard;
        this.events = events;
        this.json = json;
    }

    /**
     * Prepares a user task and puts it on the desk of its person.
     *
     * @param instance the instance that the task belongs to
     * @param before the variables of the process; looked at only for {@code formProblem} and the last answer
     * @return {@code assignee} (login), {@code caseCard} (at most 4 KB of JSON, masked, without the reporter) and
     *     {@code options} (only the lists this task's form needs), and the answer that is proposed, if any
     * @throws WithdrawnException when the case was withdrawn
     * @throws PartOverException when nobody waits for the part of the case that it is for
     * @throws IllegalArgumentException when the element is no user task of these processes
     */
    @Transactional
    public Map<String, @Nullable Object> prepare(Step step, Instance instance, Map<String, ?> before) {
        var it = effects.lock(step.caseId());
        WithdrawnException.unlessOpenToSteps(it);
        if (parts.over(step.element(), step.part())) {
            throw new PartOverException(step);
        }
        var human = steps.of(step.element());
        var answer = human.variable();
        var assignee = assignees.of(it, step.element(), step.part()).login();
        parties.add(it.id(), assignee);
        var card = cards.of(it, step);
        var lists = options.of(it, step);
        var typed = before.get(answer) == null ? options.proposed(it, step.element()) : before.get(answer);
        if (human.wanted(it)) {
            tasks.open(step, instance, assignee, write(Results.of("caseCard", card, "options", lists,
                    "formProblem", before.get("formProblem"), answer, typed)));
            unheard.give(it, step, assignee);
            events.publishEvent(new TaskOpened(it.id(), step.elementInstanceKey(), step.element(), human.title(),
                    assignee));
        }
        var result = Results.of("assignee", assignee, "caseCard", card, "options", lists);
        if (before.get(answer) == null && typed != null) {
            result.put(answer, typed);
        }
        return result;
    }

    private String write(Map<String, @Nullable Object> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
