package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that called departments are late, or did not answer at all. */
@Service
public class WhistleRecords {

    private static final String LATE = "Task_RecordLateReportIn";

    private final Effects effects;
    private final Whistles whistles;
    private final DepartmentNames names;
    private final TaskEnds ends;
    private final History history;

    WhistleRecords(Effects effects, Whistles whistles, DepartmentNames names, TaskEnds ends,
            History history) {
        this.effects = effects;
        this.whistles = whistles;
        this.names = names;
        this.ends = ends;
        this.history = history;
    }

    /** The time to report in is past for a call; once, and without effect for one that nobody waits for. */
    @Transactional
    public void late(long caseId, long part) {
        effects.lock(caseId);
        if (whistles.findCall(part).filter(call -> call.state() == CallState.CALLED).isPresent()) {
            effects.once(caseId, LATE, it -> part, it -> {
                whistles.markLate(part);
                history.write(it, LATE, Actor.SYSTEM, null, "报到超时：%s未在时限内报到。".formatted(
                        names.of(whistles.findCall(part).orElseThrow().department())));
                return Results.of();
            });
        }
    }

    /** Nobody waits any more for those who did not answer the whistle that the step is for. */
    @Transactional
    public void absent(Step step) {
        effects.once(step, it -> {
            var absent = whistles.giveUp(step.part());
            ends.closeLeft(it, ReportingIn.TASK);
            history.write(it, step.element(), Actor.SYSTEM, null, "未报到：%s。".formatted(
                    names.of(absent.stream().map(WhistleCall::department))));
            return Results.of();
        });
    }
}
