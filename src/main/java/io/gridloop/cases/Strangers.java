package io.gridloop.cases;

import io.gridloop.audit.AuditTrail;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds tasks that the wrong person completed. An 8.6 Tasklist without Identity lets everybody take and complete every
 * task; what somebody else decided is not recorded as a decision but as what it is.
 */
@Component
class Strangers {

    private final CaseTasks tasks;
    private final Territory territory;
    private final Actors actors;
    private final History history;
    private final AuditTrail audit;

    Strangers(CaseTasks tasks, Territory territory, Actors actors, History history, AuditTrail audit) {
        this.tasks = tasks;
        this.territory = territory;
        this.actors = actors;
        this.history = history;
        this.audit = audit;
    }

    /** Why the last visit of a task does not count, in Chinese; notes it in the history and the audit trail. */
    Optional<String> problem(Case it, Step step, HumanStep human) {
        var last = tasks.last(it.id(), human.task(), step.part()).filter(task -> task.completedBy() != null);
        last.filter(CaseTask::overtaken)
                .ifPresent(task -> history.write(it, step.element(), actors.named(task.answeredBy()),
                        null, "在工作台提交的意见没有采用：同一任务已先在 Tasklist 中完成。"));
        last.filter(task -> !task.verified()).ifPresent(task -> history.write(it, step.element(), Actor.SYSTEM, null,
                "未能向流程引擎核实“%s”的实际办理人，按任务的办理人记录。".formatted(human.title())));
        return last.filter(task -> !mayComplete(task)).map(task -> refuse(it, step, human, task));
    }

    private boolean mayComplete(CaseTask task) {
        return territory.answersFor(String.valueOf(task.completedBy()), task.assignee());
    }

    private String refuse(Case it, Step step, HumanStep human, CaseTask task) {
        var should = actors.named(task.assignee());
        var did = actors.named(task.completedBy());
        var told = "越权办理“%s”，结果未采纳，任务已退回%s。".formatted(human.title(), should.name());
        history.write(it, step.element(), did, null, told);
        audit.record(did.login() == null ? AuditTrail.SYSTEM : did.login(), "task.stranger", it.caseNumber(),
                did.name() + told);
        return "此任务应由%s办理，%s提交的结果未采纳，请重新办理。".formatted(actors.shortName(task.assignee()),
                actors.shortName(task.completedBy()));
    }
}
