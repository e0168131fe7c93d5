package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of orders of supervision, and of the levels that each reached. The case is locked before it is written. */
@Repository
class SupervisionOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupervisionOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a new order and returns its id. */
    long give(Case it, SupervisionLevel level, SupervisionKind kind, String reason, String byLogin, Instant replyDue) {
        return jdbc.sql("""
                insert into supervision_order (case_id, run, round, level, kind, reason, ordered_by, ordered_at, reply_due)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(it.id(), it.run(), it.round(), level.name(), kind.name(), reason, byLogin, now(), utc(replyDue))
                .query(Long.class).single();
    }

    /** The order reached a level; once for each. */
    void reach(long id, SupervisionLevel level, String login, String unit, int points) {
        int first = jdbc.sql("""
                insert into supervision_level (order_id, level, at, login, unit, points) values (?, ?, ?, ?, ?, ?)
                on conflict (order_id, level) do nothing""")
                .params(id, level.name(), now(), login, unit, points).update();
        jdbc.sql("update supervision_order set points = points + ? where id = ? and cancelled_at is null")
                .params(first * points, id).update();
    }

    /** All of a case, oldest first. */
    List<SupervisionOrder> of(long caseId) {
        return jdbc.sql("select * from supervision_order where case_id = ? order by id").param(caseId)
                .query((row, i) -> order(row)).list();
    }

    /** The one that is not over. */
    Optional<SupervisionOrder> open(long caseId) {
        return of(caseId).stream().filter(SupervisionOrder::open).findFirst();
    }

    /** The highest level of the present run, of those that were not cancelled. */
    Optional<SupervisionLevel> highest(Case it) {
        return of(it.id()).stream().filter(order -> order.run() == it.run() && order.cancelledBy() == null)
                .map(SupervisionOrder::level).max(Comparator.naturalOrder());
    }

    /** One step above the highest. */
    SupervisionLevel proposed(Case it) {
        return highest(it).map(SupervisionLevel::next).orElse(SupervisionLevel.URGE);
    }

    Optional<SupervisionOrder> find(long id) {
        return jdbc.sql("select * from supervision_order where id = ?").param(id).query((row, i) -> order(row))
                .optional();
    }

    /** Those past their limit since before then whose handler has a task to reply, at most {@code max}. */
    List<SupervisionOrder> unanswered(Instant before, int max) {
        return jdbc.sql("""
                select o.* from supervision_order o join grid_case c on c.id = o.case_id
                where o.state = 'OPEN' and o.reply_due <= ? and c.state = 'HANDLING' and c.decided is null
                  and exists (select 1 from case_task t
                              where t.case_id = o.case_id and t.element = ? and t.state = 'OPEN')
                order by o.reply_due limit ?""")
                .params(utc(before), Replying.TASK, max).query((row, i) -> order(row)).list();
    }

    /** The process instance that follows it from now on; false when another one does. */
    boolean follow(long id, long instanceKey) {
        return jdbc.sql("""
                update supervision_order set instance_key = :key
                where id = :id and (instance_key is null or instance_key = :key)""")
                .param("key", instanceKey).param("id", id).update() == 1;
    }

    /** Another reply is waited for, at this level. */
    void await(SupervisionOrder order, SupervisionLevel level, Instant replyDue) {
        jdbc.sql("update supervision_order set state = 'OPEN', level = ?, reply_due = ? where id = ?")
                .params(level.name(), utc(replyDue), order.id()).update();
    }

    void countUnanswered(SupervisionOrder order) {
        jdbc.sql("update supervision_order set unanswered = unanswered + 1 where id = ?").param(order.id()).update();
    }

    void reply(SupervisionOrder order, String reply, @Nullable String byLogin) {
        jdbc.sql("""
                update supervision_order set state = 'REPLIED', reply = ?, reply_by = ?, reply_at = ? where id = ?""")
                .params(reply, byLogin, now(), order.id()).update();
    }

    void end(SupervisionOrder order, SupervisionOutcome outcome) {
        jdbc.sql("""
                update supervision_order set state = 'ENDED', outcome = ?, ended_at = ?
                where id = ? and state <> 'ENDED'""")
                .params(outcome.name(), now(), order.id()).update();
    }

    /** It does not count any more, whether it was over or not; how it ended before stays. */
    void cancel(SupervisionOrder order, String reason, String byLogin) {
        end(order, SupervisionOutcome.CANCELLED);
        jdbc.sql("""
                update supervision_order set cancelled_by = ?, cancelled_at = ?, cancel_reason = ?, points = 0
                where id = ?""").params(byLogin, now(), reason, order.id()).update();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static SupervisionOrder order(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new SupervisionOrder(row.getLong("id"), row.getLong("case_id"), row.getInt("run"), row.getInt("round"),
                SupervisionLevel.valueOf(row.getString("level")), SupervisionKind.valueOf(row.getString("kind")),
                row.getString("reason"), row.getString("ordered_by"), Rows.required(row, "ordered_at"),
                SupervisionState.valueOf(row.getString("state")), Rows.required(row, "reply_due"),
                row.getString("reply"), row.getString("reply_by"), Rows.instant(row, "reply_at"),
                row.getInt("unanswered"), outcome == null ? null : SupervisionOutcome.valueOf(outcome),
                Rows.instant(row, "ended_at"), row.getString("cancelled_by"), row.getString("cancel_reason"),
                row.getInt("points"), row.getObject("instance_key", Long.class));
    }
}
