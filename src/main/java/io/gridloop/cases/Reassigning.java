package io.gridloop.cases;

import io.gridloop.audit.AuditTrail;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves open tasks to the people who are named for them now. */
@Component
class Reassigning {

    private final CaseTasks tasks;
    private final Cases cases;
    private final Effects effects;
    private final Assignees assignees;
    private final HumanSteps steps;
    private final Actors actors;
    private final History history;
    private final CaseParties parties;
    private final Notices notices;
    private final Parts parts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Reassigning(CaseTasks tasks, Cases cases, Effects effects, Assignees assignees, HumanSteps steps, Actors actors,
            History history, CaseParties parties, Notices notices, Parts parts, AuditTrail audit,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.cases = cases;
        this.effects = effects;
        this.assignees = assignees;
        this.steps = steps;
        this.actors = actors;
        this.history = history;
        this.parties = parties;
        this.notices = notices;
        this.parts = parts;
        this.audit = audit;
        this.events = events;
    }

    List<TaskMove> moves(Set<String> of) {
        return tasks.openOf(of).stream().map(this::move).filter(move -> !move.from().equals(move.to())).toList();
    }

    int reassign(Set<String> of, String actor) {
        var moves = moves(of);
        moves.forEach(move -> hand(move, actor));
        moves.stream().collect(Collectors.groupingBy(move -> List.of(move.from(), move.to()), Collectors.counting()))
                .forEach((people, count) -> audit.record(actor, "task.reassign", people.getFirst(),
                        "%d项未办任务由%s转交%s。".formatted(count, actors.named(people.getFirst()).name(),
                                actors.named(people.getLast()).name())));
        return moves.size();
    }

    private TaskMove move(CaseTask task) {
        var it = cases.findById(task.caseId()).orElseThrow();
        return new TaskMove(task.elementInstanceKey(), task.caseId(), it.caseNumber(), steps.of(task.element()).title(),
                task.assignee(), assignees.now(it, task.element(), task.part()).login());
    }

    private void hand(TaskMove move, String actor) {
        var it = effects.lock(move.caseId());
        var task = tasks.find(move.key()).filter(found -> found.state() == CaseTask.State.OPEN);
        if (task.isEmpty()) {
            return;
        }
        tasks.reassign(move.key(), move.to());
        parties.add(it.id(), move.to());
        parts.handOver(task.get().element(), task.get().part(), move.to());
        if (Assignees.isHandlers(task.get().element()) && it.state() == CaseState.HANDLING) {
            it.handOver(move.to());
            notices.tell(it, move.to(), "handedOver#" + move.key(), "人员变动，案件转交给您办理。");
        }
        history.write(it, task.get().element(), actors.named(actor), null, "人员变动，任务“%s”由%s转交%s。".formatted(move.title(),
                actors.named(move.from()).name(), actors.named(move.to()).name()));
        events.publishEvent(new TaskReassigned(it.id(), task.get().processInstanceKey(), move.key(), move.to()));
    }
}
