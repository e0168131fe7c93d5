package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders as people give and cancel them on the page of a case. */
@Service
public class Ordering {

    static final String PAGE = "Page_Supervision";

    private final CaseScope scope;
    private final Effects effects;
    private final SupervisionOrders orders;
    private final Ladder ladder;
    private final Approvers approvers;
    private final Actors actors;
    private final Clock clock;

    Ordering(CaseScope scope, Effects effects, SupervisionOrders orders, Ladder ladder, Approvers approvers,
            Actors actors, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.orders = orders;
        this.ladder = ladder;
        this.approvers = approvers;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Gives an order to who handles a case, or raises the open one, or reminds of it. The supervisor takes any level,
     * the leader of the grid only {@code URGE}.
     *
     * @param level name of a {@link SupervisionLevel}, not below the open one
     * @param kind name of a {@link SupervisionKind}
     * @param reason 2 to 500 characters
     * @return what is wrong, and nothing is stored; empty when it was ordered
     */
    @Transactional
    public Optional<FieldProblem> order(String caseNumber, String level, String kind, String reason, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        return FieldProblem.first(
                () -> FieldProblem.unless(found.isPresent(), "没有这个案件。"),
                () -> FieldProblem.unless(found.orElseThrow().beingHandled(), "只有处置中的案件可以督办。"),
                () -> FieldProblem.unless(mayOrder(found.orElseThrow(), byLogin), "只有督办员和本网格的网格长可以督办。"),
                () -> FieldProblem.in("level", levelProblem(found.orElseThrow(), level, byLogin)),
                () -> FieldProblem.in("kind", kindProblem(found.orElseThrow(), kind)),
                () -> FieldProblem.in("reason", Problems.text("督办要求", reason.strip(), 2, 500)))
                .or(() -> {
                    ladder.order(found.orElseThrow(), PAGE, SupervisionLevel.of(level).orElseThrow(),
                            SupervisionKind.of(kind).orElseThrow(), reason.strip(), actors.named(byLogin));
                    return Optional.empty();
                });
    }

    /**
     * Cancels an order, for the supervisor; also one that is over: its cards do not count any more.
     *
     * @param order id of the order that they saw
     * @param reason 2 to 500 characters
     * @return what is wrong, and nothing is stored; empty when it was cancelled
     */
    @Transactional
    public Optional<FieldProblem> cancel(String caseNumber, String order, String reason, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        var given = found.flatMap(it -> orders.of(it.id()).stream()
                .filter(each -> String.valueOf(each.id()).equals(order) && each.cancelledBy() == null).findFirst());
        return FieldProblem.first(
                () -> FieldProblem.unless(approvers.supervises(byLogin), "只有督办员可以撤销督办。"),
                () -> FieldProblem.unless(given.isPresent(), "没有这项督办，或已经撤销。"),
                () -> FieldProblem.in("cancel", Problems.text("撤销理由", reason.strip(), 2, 500)))
                .or(() -> {
                    ladder.cancel(found.orElseThrow(), given.orElseThrow(), PAGE, reason.strip(),
                            actors.named(byLogin));
                    return Optional.empty();
                });
    }

    boolean mayOrder(Case it, String login) {
        return approvers.supervises(login) || approvers.leads(it, login);
    }

    /** Whether it is past its deadline now. */
    boolean late(Case it) {
        var dueAt = it.watch().dueAt();
        return dueAt != null && !clock.instant().isBefore(dueAt);
    }

    /** The lowest level that can be ordered now. */
    SupervisionLevel lowest(Case it) {
        return orders.open(it.id()).map(SupervisionOrder::level).orElse(SupervisionLevel.URGE);
    }

    /** Why a level cannot be ordered, in Chinese. */
    Optional<String> levelProblem(Case it, String level) {
        var lowest = lowest(it);
        return Problems.first(
                () -> Problems.unless(SupervisionLevel.of(level).isPresent(), "请选择督办等级。"),
                () -> Problems.unless(SupervisionLevel.of(level).orElseThrow().compareTo(lowest) >= 0,
                        "现有督办已是%s，不能选更低的等级。".formatted(lowest.label())));
    }

    private Optional<String> levelProblem(Case it, String level, String byLogin) {
        return Problems.first(
                () -> Problems.unless(approvers.supervises(byLogin) || level.equals(SupervisionLevel.URGE.name()),
                        "网格长只能催办；需要督办的，请联系督办员。"),
                () -> levelProblem(it, level));
    }

    private Optional<String> kindProblem(Case it, String kind) {
        return Problems.first(
                () -> Problems.unless(SupervisionKind.of(kind).isPresent(), "请选择督办类型。"),
                () -> Problems.unless(!kind.equals(SupervisionKind.OVERDUE.name()) || late(it),
                        "案件没有超期，请选择领导交办或重点事项。"));
    }
}
