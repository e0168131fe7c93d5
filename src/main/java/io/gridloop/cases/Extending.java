package io.gridloop.cases;

import java.time.Clock;
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
    private final Approvers approvers;
    private final History history;
    private final Actors actors;
    private final CasesProperties properties;
    private final Clock clock;

    Extending(CaseScope scope, Effects effects, DeadlineRequests requests, Approvers approvers, History history,
            Actors actors, CasesProperties properties, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.requests = requests;
        this.approvers = approvers;
        this.history = history;
        this.actors = actors;
        this.properties = properties;
        this.clock = clock;
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
                () -> problem(it, byLogin),
                () -> FieldProblem.in("amount", Problems.unless(MoreTime.read(amount, unit).isPresent(),
                        "请填写整数并选择单位：%s。".formatted(MoreTime.ranges()))),
                () -> FieldProblem.in("reason", Problems.text("延期理由", why, 2, 500)))
                .or(() -> {
                    store(it, amount, unit, why, byLogin);
                    return Optional.empty();
                });
    }

    private Optional<FieldProblem> problem(Case it, String byLogin) {
        var dueAt = it.watch().dueAt();
        return FieldProblem.first(
                () -> FieldProblem.unless(it.state() == CaseState.HANDLING && dueAt != null, "只有处置中的案件可以申请延期。"),
                () -> FieldProblem.unless(approvers.handles(it, byLogin), "只有承办人可以申请延期。"),
                () -> FieldProblem.unless(requests.open(it.id()).isEmpty(), "已有一项申请正在审批，请等待结果。"),
                () -> FieldProblem.unless(dueAt != null && clock.instant().isBefore(dueAt),
                        "时限已过，不能再申请延期；请联系督办员调整时限。"),
                () -> FieldProblem.unless(requests.asked(it, RequestKind.EXTENSION) < properties.extensionsPerRound(),
                        "本轮办理已申请延期%d次，不能再申请。".formatted(properties.extensionsPerRound())));
    }

    private void store(Case it, String amount, String unit, String reason, String byLogin) {
        var asked = MoreTime.read(amount, unit).orElseThrow();
        requests.ask(it, RequestKind.EXTENSION, asked, Objects.requireNonNull(it.watch().dueAt()), reason, byLogin);
        it.touch(clock.instant());
        history.write(it, "Page_Extension", actors.named(byLogin), null,
                "申请延期%s。理由：%s".formatted(asked.label(), reason));
    }
}
