package io.gridloop.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine's door needs to know of user tasks to find those that the engine knows otherwise. */
@Service
public class TaskLinks {

    /** Whatever designers add may be asked for in any state. */
    private static final Map<String, CaseState> STATES = Map.of("Task_ClassifyCase", CaseState.CLASSIFYING,
            "Task_AcceptCase", CaseState.ACCEPTING, "Task_AssignUnit", CaseState.ASSIGNING, Handling.TASK,
            CaseState.HANDLING, Supervising.TASK, CaseState.HANDLING, "Task_VerifyCase", CaseState.VERIFYING);

    private final Cases cases;
    private final Effects effects;
    private final CaseTasks tasks;
    private final TaskEnds ends;
    private final HumanSteps steps;
    private final History history;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    TaskLinks(Cases cases, Effects effects, CaseTasks tasks, TaskEnds ends, HumanSteps steps, History history,
            ApplicationEventPublisher events, ObjectMapper json) {
        this.cases = cases;
        this.effects = effects;
        this.tasks = tasks;
        this.ends = ends;
        this.steps = steps;
        this.history = history;
        this.events = events;
        this.json = json;
    }

    /** The visits of a case that are not over. */
    @Transactional(readOnly = true)
    public List<OpenTask> open(long caseId) {
        var state = cases.findById(caseId).orElseThrow().state();
        return tasks.leftOf(caseId).stream()
                .map(task -> new OpenTask(task.elementInstanceKey(), task.processInstanceKey(),
                        task.state() == CaseTask.State.ANSWERED, STATES.getOrDefault(task.element(), state) == state,
                        task.part() == 0))
                .toList();
    }

    /** Keys of the process instances that have asked for a task in the present run of a case. */
    @Transactional(readOnly = true)
    public List<Long> instances(long caseId) {
        return tasks.instances(caseId);
    }

    /** Takes a visit off the desk that the engine does not have; one that is over meanwhile is left alone. */
    @Transactional
    public void drop(long caseId, long elementInstanceKey) {
        var it = effects.lock(caseId);
        tasks.find(elementInstanceKey).filter(task -> task.state() != CaseTask.State.CLOSED).ifPresent(task -> {
            ends.close(new Step(caseId, task.element(), elementInstanceKey));
            history.write(it, task.element(), Actor.SYSTEM, null,
                    "“%s”已不在流程引擎中，从工作台移除。".formatted(steps.of(task.element()).title()));
        });
    }

    /** Tells the engine once more what was answered at the desk. */
    @Transactional
    public void answerAgain(long elementInstanceKey) {
        tasks.find(elementInstanceKey).filter(task -> task.state() == CaseTask.State.ANSWERED)
                .ifPresent(task -> events.publishEvent(new TaskAnswered(task.caseId(), task.processInstanceKey(),
                        elementInstanceKey, Map.of(steps.of(task.element()).variable(),
                                read(tasks.answerOf(elementInstanceKey)), Tasks.MARK,
                                String.valueOf(task.answerMark())))));
    }

    private Map<String, Object> read(String answer) {
        try {
            return json.readValue(answer, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
