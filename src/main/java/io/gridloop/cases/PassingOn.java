package io.gridloop.cases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the emergency line of a case; gridloop calls nobody. */
@Service
public class PassingOn {

    private final Effects effects;
    private final History history;
    private final Notices notices;

    PassingOn(Effects effects, History history, Notices notices) {
        this.effects = effects;
        this.history = history;
        this.notices = notices;
    }

    /** Decides that the case belongs to its emergency line; the county's dispatcher gets a {@link StaffNotice}. */
    @Transactional
    public void passOn(Step step) {
        effects.once(step, it -> {
            passOn(step, it, EmergencyLine.of(it.emergencyLine()).orElseThrow(
                    () -> new IllegalStateException(it.caseNumber() + " names no emergency line")));
            return Results.of();
        });
    }

    private void passOn(Step step, Case it, EmergencyLine line) {
        it.passOn("您反映的是%s。本系统不会替您报警或呼救，还没有拨打电话的，请马上拨打%s。".formatted(line.label(), line.number()));
        history.write(it, step.element(), Actor.SYSTEM, null,
                "紧急情况（%s），已提示转接%s，并提醒县派遣员。".formatted(line.label(), line.number()));
        notices.tellDispatcher(it, "emergency",
                "案件%s反映%s，已提示反映人拨打%s，请核实是否已经报警。".formatted(it.caseNumber(), line.label(), line.number()));
    }
}
