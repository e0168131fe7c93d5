package io.gridloop.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.territory.Territory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** User tasks as people work them outside of Tasklist: what is open, and their answers. */
@Service
public class Tasks {

    /** The variable of a completion by which the end listener knows the desk's answer; it stays within the task. */
    public static final String MARK = "deskMark";

    private final CaseTasks tasks;
    private final TaskViews views;
    private final Effects effects;
    private final HumanSteps steps;
    private final Territory territory;
    private final Reassigning reassigning;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    Tasks(CaseTasks tasks, TaskViews views, Effects effects, HumanSteps steps, Territory territory,
            Reassigning reassigning, ApplicationEventPublisher events, ObjectMapper json) {
        this.tasks = tasks;
        this.views = views;
        this.effects = effects;
        this.steps = steps;
        this.territory = territory;
        this.reassigning = reassigning;
        this.events = events;
        this.json = json;
    }

    /** The open tasks of a person and of those they stand in for today: the most urgent first, then the oldest. */
    @Transactional(readOnly = true)
    public List<TaskView> openTasksOf(String login) {
        return views.open(desksOf(login));
    }

    /** A visit of a task, open or not. */
    @Transactional(readOnly = true)
    public Optional<TaskView> find(long elementInstanceKey) {
        return views.find(elementInstanceKey);
    }

    /** What the form of a visit shows: a JSON object of variables, with the last answer if it was sent back. */
    @Transactional(readOnly = true)
    public Optional<String> formVariables(long elementInstanceKey) {
        return tasks.find(elementInstanceKey).map(CaseTask::variables);
    }

    /** Whether a person may answer a task: it is theirs, or its person's stand-in's, or they stand in for it. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(String login, TaskView task) {
        return territory.answersFor(login, task.assignee());
    }

    /**
     * Answers a task; the engine learns of it by the outbox. Of two answers at the same time one wins.
     *
     * @param answer the fields of the form, without the name of their variable
     * @return what is wrong with the answer, in Chinese, and nothing is stored; empty when it was taken
     * @throws TaskGoneException when the task is not open any more, or not this person's
     */
    @Transactional
    public Optional<String> answer(long elementInstanceKey, String login, Map<String, ?> answer) {
        var task = open(elementInstanceKey, login);
        if (task.state() != CaseTask.State.OPEN) {
            throw done();
        }
        var it = effects.lock(task.caseId());
        var human = steps.of(task.element());
        var problem = human.problem(it, Answer.of(answer));
        if (problem.isEmpty()) {
            store(task, human, login, answer);
        }
        return problem;
    }

    /**
     * Gives open tasks to those who are named for them now, wherever that is somebody else than before: history and
     * audit trail keep the old person, the engine learns of it by the outbox.
     *
     * @param assignees only tasks that these people have; empty for all tasks
     * @param actor login of whoever changed the county
     * @return how many tasks moved
     */
    @Transactional
    public int reassignAfterDutyChange(Set<String> assignees, String actor) {
        return reassigning.reassign(assignees, actor);
    }

    /** What {@link #reassignAfterDutyChange} would do; to preview a change, make it in a transaction and roll it back. */
    @Transactional(readOnly = true)
    public List<TaskMove> previewReassign(Set<String> assignees) {
        return reassigning.moves(assignees);
    }

    private CaseTask open(long elementInstanceKey, String login) {
        return tasks.find(elementInstanceKey)
                .filter(task -> territory.answersFor(login, task.assignee()))
                .orElseThrow(() -> new TaskGoneException("没有这项任务，或者它不由您办理。"));
    }

    private static TaskGoneException done() {
        return new TaskGoneException("这项任务已经办理，您这次提交的内容没有采用。");
    }

    private void store(CaseTask task, HumanStep human, String login, Map<String, ?> answer) {
        var mark = UUID.randomUUID().toString();
        if (!tasks.answer(task.elementInstanceKey(), login, write(answer), mark)) {
            throw done();
        }
        events.publishEvent(new TaskAnswered(task.caseId(), task.processInstanceKey(), task.elementInstanceKey(),
                Map.of(human.variable(), answer, MARK, mark)));
    }

    private Set<String> desksOf(String login) {
        var desks = new LinkedHashSet<String>(territory.standsInFor(login));
        desks.add(login);
        return desks;
    }

    private String write(Map<String, ?> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
