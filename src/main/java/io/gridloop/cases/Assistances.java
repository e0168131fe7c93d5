package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what co-handlers are asked for. */
@Repository
class Assistances {

    private final JdbcClient jdbc;
    private final Clock clock;

    Assistances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks a department in the present round; what it has answered in this round stays as it is. */
    void ask(Case it, String department, String person, Instant warnAt, Instant dueAt) {
        jdbc.sql("""
                insert into case_assistance (case_id, run, round, department, person, asked_at, warn_at, due_at, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                on conflict (case_id, run, round, department) do update
                set person = excluded.person, asked_at = excluded.asked_at, warn_at = excluded.warn_at,
                    due_at = excluded.due_at, outcome = 'OPEN', overdue_at = null
                where case_assistance.outcome in ('LEFT_OPEN', 'CALLED_OFF')""")
                .params(it.id(), it.run(), it.round(), department, person, now(), at(warnAt), at(dueAt)).update();
    }

    /** Whether a department has answered in any round of the present run. */
    boolean answered(Case it, String department) {
        return jdbc
                .sql("""
                select exists (select 1 from case_assistance
                               where case_id = ? and run = ? and department = ? and outcome in ('DONE', 'NOT_NEEDED'))""")
                .params(it.id(), it.run(), department).query(Boolean.class).single();
    }

    Optional<Assistance> find(long id) {
        return jdbc.sql("select * from case_assistance where id = ?").param(id)
                .query((row, i) -> assistance(row)).optional();
    }

    /** All of a case, those of its last round first. */
    List<Assistance> of(long caseId) {
        return jdbc.sql("select * from case_assistance where case_id = ? order by run desc, round desc, id")
                .param(caseId)
                .query((row, i) -> assistance(row)).list();
    }

    /** Those that are waited for. */
    List<Assistance> open(long caseId) {
        return of(caseId).stream().filter(Assistance::open).toList();
    }

    /** Stores an answer; false when nobody waits for it any more. */
    boolean answer(long id, AssistanceOutcome outcome, String result, Instant at) {
        return jdbc.sql("""
                update case_assistance set outcome = ?, result = ?, done_at = ? where id = ? and outcome = 'OPEN'""")
                .params(outcome.name(), result, at(at), id).update() == 1;
    }

    /** Ends without an answer what is waited for; returns it. */
    List<Assistance> end(long caseId, AssistanceOutcome outcome) {
        return jdbc.sql("update case_assistance set outcome = ? where case_id = ? and outcome = 'OPEN' returning *")
                .params(outcome.name(), caseId).query((row, i) -> assistance(row)).list();
    }

    void markOverdue(long id) {
        jdbc.sql("update case_assistance set overdue_at = ? where id = ?").params(now(), id).update();
    }

    /** Gives those who are in time and waited for another deadline; null stops their clock. */
    void moveTo(long caseId, @Nullable Instant warnAt, @Nullable Instant dueAt) {
        jdbc.sql("""
                update case_assistance set warn_at = :warn, due_at = :due
                where case_id = :caseId and outcome = 'OPEN' and overdue_at is null""")
                .param("warn", warnAt == null ? null : at(warnAt)).param("due", dueAt == null ? null : at(dueAt))
                .param("caseId", caseId).update();
    }

    void remind(long id) {
        jdbc.sql("update case_assistance set reminded = reminded + 1, reminded_at = ? where id = ?")
                .params(now(), id).update();
    }

    void handOver(long id, String person) {
        jdbc.sql("update case_assistance set person = ? where id = ?").params(person, id).update();
    }

    /** Those past their deadline since before then that nobody has recorded as late, at most {@code max}. */
    List<Assistance> unrecordedOverdue(Instant before, int max) {
        return jdbc.sql("""
                select a.* from case_assistance a join grid_case c on c.id = a.case_id
                where a.outcome = 'OPEN' and a.overdue_at is null and a.due_at <= ? and c.state = 'HANDLING'
                  and c.decided is null order by a.due_at limit ?""")
                .params(at(before), max).query((row, i) -> assistance(row)).list();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Assistance assistance(ResultSet row) throws SQLException {
        return new Assistance(row.getLong("id"), row.getLong("case_id"), row.getString("department"),
                row.getString("person"), Rows.instant(row, "warn_at"), Rows.instant(row, "due_at"),
                Rows.instant(row, "done_at"),
                row.getString("result"), AssistanceOutcome.valueOf(row.getString("outcome")),
                Rows.instant(row, "overdue_at"), row.getInt("reminded"), Rows.instant(row, "reminded_at"));
    }
}
