package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of whistles and of whom they call. */
@Repository
class Whistles {

    private final JdbcClient jdbc;
    private final Clock clock;

    Whistles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a whistle that is blown now. */
    Whistle blow(Case it, String byLogin, String reason, String place, int hours, Deadline reportIn,
            Instant waitUntil) {
        return jdbc.sql("""
                insert into whistle (case_id, run, round, blown_by, blown_at, reason, place, hours, warn_at, due_at,
                                     wait_until, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') returning *""")
                .params(it.id(), it.run(), it.round(), byLogin, now(), reason, place, hours, at(reportIn.warnAt()),
                        at(reportIn.dueAt()), at(waitUntil))
                .query((row, i) -> whistle(row)).single();
    }

    WhistleCall call(Whistle whistle, String department, String person) {
        return jdbc.sql("""
                insert into whistle_call (whistle_id, department, person, state) values (?, ?, ?, 'CALLED')
                returning *""").params(whistle.id(), department, person).query((row, i) -> call(row)).single();
    }

    Optional<Whistle> find(long id) {
        return jdbc.sql("select * from whistle where id = ?").param(id).query((row, i) -> whistle(row)).optional();
    }

    /** All of a case, newest first. */
    List<Whistle> of(long caseId) {
        return jdbc.sql("select * from whistle where case_id = ? order by id desc").param(caseId)
                .query((row, i) -> whistle(row)).list();
    }

    /** The one that is not over. */
    Optional<Whistle> open(long caseId) {
        return of(caseId).stream().filter(each -> each.state() == WhistleState.OPEN).findFirst();
    }

    List<WhistleCall> calls(long whistleId) {
        return jdbc.sql("select * from whistle_call where whistle_id = ? order by id").param(whistleId)
                .query((row, i) -> call(row)).list();
    }

    Optional<WhistleCall> findCall(long id) {
        return jdbc.sql("select * from whistle_call where id = ?").param(id).query((row, i) -> call(row)).optional();
    }

    /** Stores what a called department says; false when it is not waited for any more. */
    boolean answer(WhistleCall call, CallState state, Instant at, int minutes, boolean late, String note) {
        return jdbc.sql("""
                update whistle_call set state = ?, came_at = ?, minutes = ?, late = late or ?, note = ?
                where id = ? and state = 'CALLED'""")
                .params(state.name(), at(at), minutes, late, note, call.id()).update() == 1;
    }

    /** Notes that a department let the time pass; false when it is not waited for any more. */
    boolean markLate(long callId) {
        return jdbc.sql("update whistle_call set late = true where id = ? and state = 'CALLED'").param(callId)
                .update() == 1;
    }

    /** Nobody waits any more for those who said nothing; returns them. */
    List<WhistleCall> giveUp(long whistleId) {
        return jdbc.sql("""
                update whistle_call set state = 'ABSENT', late = true where whistle_id = ? and state = 'CALLED'
                returning *""").param(whistleId).query((row, i) -> call(row)).list();
    }

    /** Stores what was agreed, and who came; false when it is over already. */
    boolean close(long whistleId, String agreed, String byLogin, Collection<String> came) {
        jdbc.sql("update whistle_call set confirmed = department = any (?) where whistle_id = ?")
                .params(came.toArray(String[]::new), whistleId).update();
        return jdbc.sql("""
                update whistle set state = 'CLOSED', agreed = ?, closed_by = ?, closed_at = ?
                where id = ? and state = 'OPEN'""").params(agreed, byLogin, now(), whistleId).update() == 1;
    }

    /** Ends what is open of a case; returns it. */
    Optional<Whistle> end(long caseId) {
        var ended = jdbc.sql("""
                update whistle set state = 'ENDED', closed_at = ? where case_id = ? and state = 'OPEN' returning *""")
                .params(now(), caseId).query((row, i) -> whistle(row)).optional();
        ended.ifPresent(whistle -> jdbc
                .sql("update whistle_call set state = 'ENDED' where whistle_id = ? and state = 'CALLED'")
                .param(whistle.id()).update());
        return ended;
    }

    void handOver(long callId, String person) {
        jdbc.sql("update whistle_call set person = ? where id = ?").params(person, callId).update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Whistle whistle(ResultSet row) throws SQLException {
        return new Whistle(row.getLong("id"), row.getLong("case_id"), row.getString("blown_by"),
                Rows.required(row, "blown_at"), row.getString("reason"), row.getString("place"),
                Rows.required(row, "due_at"),
                Rows.required(row, "wait_until"), WhistleState.valueOf(row.getString("state")), row.getString("agreed"),
                Rows.instant(row, "closed_at"));
    }

    private static WhistleCall call(ResultSet row) throws SQLException {
        return new WhistleCall(row.getLong("id"), row.getLong("whistle_id"), row.getString("department"),
                row.getString("person"), CallState.valueOf(row.getString("state")), Rows.instant(row, "came_at"),
                row.getObject("minutes", Integer.class), row.getBoolean("late"), row.getString("note"),
                row.getObject("confirmed", Boolean.class));
    }
}
