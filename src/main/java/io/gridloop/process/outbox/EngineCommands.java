package io.gridloop.process.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The commands that the engine does not have yet, in the order of each case. */
@Repository
class EngineCommands {

    // The oldest living command of each case, whatever the lane of those before it. Two instances never take the same row, and a row that the other took
    // meanwhile is no longer due when it is looked at again under the lock.
    private static final String CLAIM = """
            with due as materialized (
                select c.id from engine_command c
                where c.lane = :lane and c.dead_at is null and c.next_at <= :now
                  and not exists (select 1 from engine_command e
                                  where e.case_id = c.case_id and e.id < c.id and e.dead_at is null)
                order by c.id limit :most for update skip locked)
            update engine_command c set attempts = c.attempts + 1, next_at = :leased
            from due where c.id = due.id returning c.*""";

    private final JdbcClient jdbc;

    EngineCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long caseId, CommandKind kind, String correlationKey, String variables, Instant now) {
        jdbc.sql("""
                insert into engine_command (case_id, kind, correlation_key, variables, created_at, next_at)
                values (:caseId, :kind, :key, cast(:variables as jsonb), :now, :now)""")
                .param("caseId", caseId).param("kind", kind.name()).param("key", correlationKey)
                .param("variables", variables).param("now", utc(now)).update();
    }

    /** Adds starts to the bulk lane, in the order given. */
    void addBulk(List<BulkStart> starts, Instant now) {
        jdbc.sql("""
                insert into engine_command (case_id, kind, correlation_key, variables, created_at, next_at, lane)
                select case_id, 'START_CASE', key, cast(variables as jsonb), :now, :now, 'BULK'
                from unnest(cast(:cases as bigint[]), cast(:keys as text[]), cast(:variables as text[]))
                     with ordinality as start (case_id, key, variables, position) order by position""")
                .param("cases", starts.stream().map(BulkStart::caseId).toArray(Long[]::new))
                .param("keys", starts.stream().map(BulkStart::correlationKey).toArray(String[]::new))
                .param("variables", starts.stream().map(BulkStart::variables).toArray(String[]::new))
                .param("now", utc(now)).update();
    }

    /**
     * Takes at most {@code most} due commands of a lane, one a case; until {@code now + lease} no other instance takes
     * them.
     */
    List<EngineCommand> claim(Lane lane, Instant now, Duration lease, int most) {
        return jdbc.sql(CLAIM).param("lane", lane.name()).param("now", utc(now)).param("leased", utc(now.plus(lease)))
                .param("most", most)
                .query((row, number) -> command(row)).list();
    }

    void sent(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from engine_command where id in (:ids)").param("ids", ids).update();
        }
    }

    void postpone(long id, Instant nextAt, String problem) {
        jdbc.sql("update engine_command set next_at = :next, last_problem = :problem where id = :id")
                .param("next", utc(nextAt)).param("problem", problem).param("id", id).update();
    }

    void bury(long id, Instant now, String problem) {
        jdbc.sql("update engine_command set dead_at = :now, last_problem = :problem where id = :id")
                .param("now", utc(now)).param("problem", problem).param("id", id).update();
    }

    /** Forgets what waits for a visit of a user task. */
    void forget(long caseId, String correlationKey) {
        jdbc.sql("""
                delete from engine_command
                where case_id = :caseId and correlation_key = :key and kind in ('COMPLETE_TASK', 'ASSIGN_TASK')""")
                .param("caseId", caseId).param("key", correlationKey).update();
    }

    /** Forgets everything but starts and withdrawals. */
    void forgetTasks() {
        jdbc.sql("delete from engine_command where kind in ('COMPLETE_TASK', 'ASSIGN_TASK', 'MOVE_DEADLINE')").update();
    }

    /** Does a start of the case wait, alive? */
    boolean startWaits(long caseId) {
        return jdbc
                .sql("""
                select exists (select 1 from engine_command
                               where case_id = :caseId and kind in ('START_CASE', 'START_CASE_AGAIN') and dead_at is null)""")
                .param("caseId", caseId).query(Boolean.class).single();
    }

    /** Does a withdrawal of the case wait, alive? */
    boolean withdrawalWaits(long caseId) {
        return jdbc.sql("""
                select exists (select 1 from engine_command
                               where case_id = ? and kind = 'WITHDRAW_CASE' and dead_at is null)""")
                .param(caseId).query(Boolean.class).single();
    }

    /** Is the answer to a visit of a user task still here? */
    boolean answerWaits(long caseId, String correlationKey) {
        return jdbc.sql("""
                select exists (select 1 from engine_command
                               where case_id = ? and correlation_key = ? and kind = 'COMPLETE_TASK')""")
                .params(caseId, correlationKey).query(Boolean.class).single();
    }

    /** Cases whose start waits, alive. */
    List<Long> startsWaiting() {
        return jdbc.sql("""
                select case_id from engine_command
                where dead_at is null and kind in ('START_CASE', 'START_CASE_AGAIN')""").query(Long.class).list();
    }

    Backlog backlog() {
        return jdbc.sql("""
                select count(*) filter (where dead_at is null) depth, count(dead_at) dead,
                       count(*) filter (where dead_at is null and lane = 'BULK') bulk,
                       min(created_at) filter (where dead_at is null) oldest from engine_command""")
                .query((row, number) -> new Backlog(
                        row.getLong("depth"), row.getLong("bulk"), row.getLong("dead"), instant(row, "oldest")))
                .single();
    }

    private static EngineCommand command(ResultSet row) throws SQLException {
        return new EngineCommand(row.getLong("id"), row.getLong("case_id"), CommandKind.valueOf(row.getString("kind")),
                row.getString("correlation_key"), row.getString("variables"), row.getInt("attempts"));
    }

    private static @Nullable Instant instant(ResultSet row, String column)
            throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
