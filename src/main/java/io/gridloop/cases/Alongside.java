package io.gridloop.cases;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other units do beside the handling of a case ends with it: co-handlers' parts and whistles. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Alongside {

    private final Effects effects;
    private final Assistances assistances;
    private final Whistles whistles;
    private final DepartmentNames names;
    private final TaskEnds ends;
    private final History history;

    Alongside(Effects effects, Assistances assistances, Whistles whistles, DepartmentNames names,
            TaskEnds ends, History history) {
        this.effects = effects;
        this.assistances = assistances;
        this.whistles = whistles;
        this.names = names;
        this.ends = ends;
        this.history = history;
    }

    /** The lead has finished; who has not answered is known by name for ever. */
    void finish(Case it) {
        end(it, AssistanceOutcome.LEFT_OPEN, "主办已办结，协办未反馈：");
    }

    /** The case leaves its handler for another reason. */
    void callOff(Case it) {
        end(it, AssistanceOutcome.CALLED_OFF, "案件已离开办理环节，协办随之结束：");
    }

    /** A case that is started anew begins without what was asked before. */
    @EventListener
    public void on(CaseReported event) {
        var it = effects.lock(event.caseId());
        if (event.run() > 1 && it.state() == CaseState.REPORTED) {
            callOff(it);
        }
    }

    /** Its reporter took it back. */
    @EventListener
    public void on(CaseWithdrawn event) {
        callOff(effects.lock(event.caseId()));
    }

    /** However it came to its end. */
    @EventListener
    public void on(CaseClosed event) {
        callOff(effects.lock(event.caseId()));
    }

    private void end(Case it, AssistanceOutcome outcome, String words) {
        var ended = assistances.end(it.id(), outcome);
        if (!ended.isEmpty()) {
            history.write(it, "Call_AssistCase", Actor.SYSTEM, null,
                    words + names.of(ended.stream().map(Assistance::department)) + "。");
        }
        var whistle = whistles.end(it.id());
        whistle.ifPresent(blown -> history.write(it, "SubProcess_Whistle", Actor.SYSTEM, null, "吹哨尚未处置完毕，随办理结束。"));
        if (!ended.isEmpty() || whistle.isPresent()) {
            List.of(Assisting.TASK, ReportingIn.TASK, ClosingWhistle.TASK).forEach(task -> ends.closeLeft(it, task));
        }
    }
}
