package io.gridloop.cases;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever handles a case asks for more time, before the deadline has passed. */
@Service
public class Extending {

    private final CaseScope scope;
    private final Effects effects;
    private final DeadlineRequests requests;
    private final Asking asking;

    Extending(CaseScope scope, Effects effects, DeadlineRequests requests, Asking asking) {
        this.scope = scope;
        this.effects = effects;
        this.requests = requests;
        this.asking = asking;
    }

    /**
     * Asks for more time; the grid leader is the next who decides.
     *
     * @param caseNumber in the scope of who asks, and in their hands
     * @param amount a whole number, as typed
     * @param unit code of a {@link io.gridloop.clock.LimitUnit}
     * @param reason 2 to 500 characters
     * @return what is wrong, and nothing is stored; empty when it was asked
     */
    @Transactional
    public Optional<FieldProblem> ask(String caseNumber, String amount, String unit, String reason, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        if (found.isEmpty()) {
            return FieldProblem.unless(false, "没有这个案件。");
        }
        var it = found.get();
        var why = reason.strip();
        return FieldProblem.first(
                () -> FieldProblem.in("request", asking.problem(it, RequestKind.EXTENSION, byLogin)),
                () -> FieldProblem.in("amount", Problems.unless(MoreTime.read(amount, unit).isPresent(),
                        "请填写整数并选择单位：%s。".formatted(MoreTime.ranges()))),
                () -> FieldProblem.in("reason", Problems.text("延期理由", why, 2, 500)))
                .or(() -> {
                    store(it, amount, unit, why, byLogin);
                    return Optional.empty();
                });
    }

    private void store(Case it, String amount, String unit, String reason, String byLogin) {
        var asked = MoreTime.read(amount, unit).orElseThrow();
        requests.ask(it, RequestKind.EXTENSION, asked, Objects.requireNonNull(it.watch().dueAt()), reason, byLogin);
        asking.write(it, byLogin, "申请延期%s。理由：%s".formatted(asked.label(), reason));
    }
}
