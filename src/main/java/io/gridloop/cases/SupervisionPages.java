package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The supervision of a case, as a person sees it. */
@Service
@Transactional(readOnly = true)
public class SupervisionPages {

    private final CaseScope scope;
    private final SupervisionOrders orders;
    private final Ordering ordering;
    private final Approvers approvers;
    private final Actors actors;
    private final JdbcClient jdbc;

    SupervisionPages(CaseScope scope, SupervisionOrders orders, Ordering ordering, Approvers approvers, Actors actors,
            JdbcClient jdbc) {
        this.scope = scope;
        this.orders = orders;
        this.ordering = ordering;
        this.approvers = approvers;
        this.actors = actors;
        this.jdbc = jdbc;
    }

    /** What somebody sees and may do; nothing when the case lies out of their scope. */
    public Optional<SupervisionPanel> panel(String caseNumber, String login) {
        return scope.find(caseNumber, login).map(it -> panel(it, login));
    }

    private SupervisionPanel panel(Case it, String login) {
        var given = orders.of(it.id());
        return new SupervisionPanel(it.caseNumber(), ordering.mayOrder(it, login), approvers.supervises(login),
                it.beingHandled(), levels(it, login), proposed(it, login), kinds(it),
                orders.highest(it).orElse(null), given.reversed().stream().map(this::view).toList());
    }

    private List<SupervisionLevel> levels(Case it, String login) {
        var lowest = ordering.lowest(it);
        return approvers.supervises(login)
                ? lowest.upwards()
                : lowest == SupervisionLevel.URGE ? List.of(lowest) : List.of();
    }

    /** For a leader there is only the first. */
    private SupervisionLevel proposed(Case it, String login) {
        return approvers.supervises(login) ? orders.proposed(it) : SupervisionLevel.URGE;
    }

    private List<SupervisionKind> kinds(Case it) {
        return Arrays.stream(SupervisionKind.values())
                .filter(kind -> kind != SupervisionKind.OVERDUE || ordering.late(it)).toList();
    }

    private SupervisionView view(SupervisionOrder it) {
        return new SupervisionView(it.id(), it.level(), it.kind(), Masking.mask(it.reason()),
                actors.named(it.orderedBy()).name(), it.orderedAt(), it.open(), state(it),
                it.state() == SupervisionState.OPEN ? it.replyDue() : null, reply(it), it.points(), cancelled(it),
                reached(it));
    }

    private static String state(SupervisionOrder it) {
        return switch (it.state()) {
            case OPEN -> it.unanswered() == 0 ? "待回复" : "待回复（已逾期%d次）".formatted(it.unanswered());
            case REPLIED -> "待审核回复";
            case ENDED -> it.outcome() == null ? "已结束" : it.outcome().label();
        };
    }

    private @Nullable String reply(SupervisionOrder it) {
        return it.reply() == null ? null : "%s：%s".formatted(actors.shortName(it.replyBy()), Masking.mask(it.reply()));
    }

    private @Nullable String cancelled(SupervisionOrder it) {
        return it.cancelledBy() == null
                ? null
                : "%s撤销，不计分。理由：%s".formatted(actors.shortName(it.cancelledBy()),
                        Masking.mask(String.valueOf(it.cancelReason())));
    }

    private List<SupervisionView.Reached> reached(SupervisionOrder it) {
        return jdbc.sql("select * from supervision_level where order_id = ? order by at").param(it.id())
                .query((row, i) -> reached(row)).list().stream()
                .sorted(Comparator.comparing(SupervisionView.Reached::level)).toList();
    }

    private SupervisionView.Reached reached(ResultSet row) throws SQLException {
        return new SupervisionView.Reached(SupervisionLevel.valueOf(row.getString("level")),
                Rows.required(row, "at"), actors.shortName(row.getString("login")),
                row.getInt("points"));
    }
}
