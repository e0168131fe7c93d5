package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers of the desk that the engine will never take. */
@Service
public class RefusedAnswers {

    static final String PROBLEM = "流程引擎没有接受您上次提交的内容，请检查后重新提交；再次被退回时请联系管理员。";

    private final CaseTasks tasks;
    private final Effects effects;
    private final HumanSteps steps;
    private final History history;

    RefusedAnswers(CaseTasks tasks, Effects effects, HumanSteps steps, History history) {
        this.tasks = tasks;
        this.effects = effects;
        this.steps = steps;
        this.history = history;
    }

    /**
     * Gives a task back to its person: open again, the form filled with the answer and its problem on top. Does
     * nothing when the task is over, or was answered once more meanwhile.
     *
     * @param mark the answer's, as in {@link Tasks#MARK}
     */
    @Transactional
    public void giveBack(long elementInstanceKey, String mark) {
        tasks.find(elementInstanceKey).ifPresent(task -> {
            var it = effects.lock(task.caseId());
            var human = steps.of(task.element());
            if (tasks.reopen(elementInstanceKey, mark, human.variable(), PROBLEM)) {
                history.write(it, task.element(), Actor.SYSTEM, null,
                        "流程引擎没有接受在工作台提交的“%s”，任务已退回办理人。".formatted(human.title()));
            }
        });
    }
}
