package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A unit lets go of a case that it did not finish, while signing for it or while handling it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Returning {

    private final Leaving leaving;
    private final Alongside alongside;
    private final Returns returns;
    private final Rulings rulings;
    private final History history;
    private final TaskEnds ends;
    private final Clock clock;

    Returning(Leaving leaving, Alongside alongside, Returns returns, Rulings rulings, History history, TaskEnds ends,
            Clock clock) {
        this.leaving = leaving;
        this.alongside = alongside;
        this.returns = returns;
        this.rulings = rulings;
        this.history = history;
        this.ends = ends;
        this.clock = clock;
    }

    /** Why it cannot be given back, in Chinese; empty when it can. */
    Optional<String> problem(Case it, String reason) {
        return Problems.first(() -> rulings.refusal(it), () -> Problems.text("退回理由", reason, 2, 500));
    }

    /** Why it cannot be reported up, in Chinese; a department has no level of its own above it. */
    Optional<String> problemReportingUp(Case it, String reason) {
        return Problems.first(() -> rulings.refusal(it),
                () -> Problems.unless(reportable(it), "部门承办的案件不能上报上级，请办理或退回。"),
                () -> Problems.text("上报理由", reason, 2, 500));
    }

    static boolean reportable(Case it) {
        return !it.unit().department();
    }

    /** Back to the dispatcher; returned too often, the case is a blame loop. */
    void giveBack(Step step, Case it, Actor who, String reason) {
        letGo(it, ReturnKind.RETURNED, who, reason);
        if (rulings.due(it)) {
            it.markBlameLoop(clock.instant());
        }
        history.write(it, step.element(), who, null, "%s退回：%s%s".formatted(who.name(), reason,
                rulings.due(it) ? "（多次退单，列为推诿案件）" : ""));
        alongside.callOff(it);
    }

    /** To the level that {@code reportUpCase} names; the reporter is told. */
    void reportUp(Step step, Case it, Actor who, String reason) {
        letGo(it, ReturnKind.REPORTED_UP, who, reason);
        history.write(it, step.element(), who, "已上报上级处理。", "%s上报上级：%s".formatted(who.name(), reason));
        alongside.callOff(it);
    }

    private void letGo(Case it, ReturnKind kind, Actor who, String reason) {
        leaving.leave(it);
        var person = who.login() == null ? it.handlerLogin() : who.login();
        returns.add(it, kind, it.unit().code(), person, reason);
        it.giveBack();
        // The watch ends with the step it watches, without a word of its own.
        ends.closeLeft(it, Supervising.TASK);
    }
}
