package io.gridloop.cases;

import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import io.gridloop.clock.Remainder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests to move a deadline. Each change tells whether the request was still where it has to be. */
@Repository
class DeadlineRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadlineRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ask(Case it, RequestKind kind, Limit asked, Instant dueAt, String reason, String byLogin) {
        jdbc.sql("""
                insert into deadline_request (case_id, run, round, kind, state, asked_by, asked_at, reason, asked_amount,
                                              asked_unit, due_before)
                values (?, ?, ?, ?, 'ASKED', ?, ?, ?, ?, ?, ?)""")
                .params(it.id(), it.run(), it.round(), kind.name(), byLogin, now(), reason, asked.amount(),
                        asked.unit().name(), dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void askToSuspend(Case it, SuspensionCause cause, LocalDate reviewOn, Instant dueAt, String reason,
            String byLogin) {
        jdbc.sql("""
                insert into deadline_request (case_id, run, round, kind, state, asked_by, asked_at, reason, cause,
                                              review_on, due_before)
                values (?, ?, ?, 'SUSPENSION', 'ASKED', ?, ?, ?, ?, ?, ?)""")
                .params(it.id(), it.run(), it.round(), byLogin, now(), reason, cause.name(), reviewOn,
                        dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a case, oldest first. */
    List<DeadlineRequest> of(long caseId) {
        return jdbc.sql("select * from deadline_request where case_id = ? order by id").param(caseId)
                .query((row, i) -> request(row)).list();
    }

    /** The one that waits for somebody. */
    Optional<DeadlineRequest> open(long caseId) {
        return of(caseId).stream().filter(each -> each.state().open()).findFirst();
    }

    /** How many were asked in the present round, those that became void aside. */
    int asked(Case it, RequestKind kind) {
        return jdbc.sql("""
                select count(*) from deadline_request
                where case_id = ? and run = ? and round = ? and kind = ? and state <> 'VOID'""")
                .params(it.id(), it.run(), it.round(), kind.name()).query(Integer.class).single();
    }

    boolean opine(DeadlineRequest request, RequestState state, String note, String byLogin) {
        return jdbc.sql("""
                update deadline_request set state = ?, leader = ?, leader_at = ?, leader_note = ?
                where id = ? and state = 'ASKED'""")
                .params(state.name(), byLogin, now(), note, request.id()).update() == 1;
    }

    boolean refuse(DeadlineRequest request, String note, String byLogin) {
        return jdbc.sql("""
                update deadline_request set state = 'REFUSED', decided_by = ?, decided_at = ?, decision_note = ?
                where id = ? and state = 'SUPPORTED'""").params(byLogin, now(), note, request.id()).update() == 1;
    }

    boolean grant(DeadlineRequest request, Limit granted, Instant dueAfter, String note, String byLogin) {
        return jdbc.sql("""
                update deadline_request
                set state = 'GRANTED', decided_by = ?, decided_at = ?, decision_note = ?, granted_amount = ?, due_after = ?
                where id = ? and state = 'SUPPORTED'""")
                .params(byLogin, now(), note, granted.amount(), dueAfter.atOffset(ZoneOffset.UTC), request.id())
                .update() == 1;
    }

    boolean suspend(DeadlineRequest request, Remainder rest, String note, String byLogin) {
        return jdbc.sql("""
                update deadline_request
                set state = 'GRANTED', decided_by = ?, decided_at = ?, decision_note = ?, stopped_at = ?, due_stopped = ?,
                    left_unit = ?, left_counted = ?, left_until_warning = ?
                where id = ? and state = 'SUPPORTED'""")
                .params(byLogin, now(), note, rest.stoppedAt().atOffset(ZoneOffset.UTC),
                        rest.dueAt().atOffset(ZoneOffset.UTC), rest.unit().name(), rest.left(), rest.untilWarning(),
                        request.id())
                .update() == 1;
    }

    /** The suspension that stops the clock of a case now. */
    Optional<DeadlineRequest> stopping(long caseId) {
        return of(caseId).stream().filter(each -> each.rest() != null && each.resumedAt() == null).findFirst();
    }

    boolean resume(DeadlineRequest request, Instant dueAfter, @Nullable String byLogin) {
        return jdbc.sql("""
                update deadline_request set resumed_at = :now, resumed_by = :by, due_after = :due
                where id = :id and resumed_at is null""")
                .param("now", now()).param("by", byLogin).param("due", dueAfter.atOffset(ZoneOffset.UTC))
                .param("id", request.id()).update() == 1;
    }

    /** Ends the one that waits for somebody. */
    boolean expire(DeadlineRequest request) {
        return jdbc.sql("update deadline_request set state = 'VOID' where id = ? and state in ('ASKED', 'SUPPORTED')")
                .param(request.id()).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static DeadlineRequest request(ResultSet row) throws SQLException {
        return new DeadlineRequest(row.getLong("id"), row.getLong("case_id"), row.getInt("run"), row.getInt("round"),
                RequestKind.valueOf(row.getString("kind")), RequestState.valueOf(row.getString("state")),
                row.getString("asked_by"), Rows.required(row, "asked_at"), row.getString("reason"),
                limit(row, "asked_amount"), Rows.required(row, "due_before"),
                Rows.instant(row, "due_after"), row.getString("leader"),
                Rows.instant(row, "leader_at"), row.getString("leader_note"), row.getString("decided_by"),
                Rows.instant(row, "decided_at"), row.getString("decision_note"), limit(row, "granted_amount"),
                SuspensionCause.of(String.valueOf(row.getString("cause"))).orElse(null),
                row.getObject("review_on", LocalDate.class), rest(row), Rows.instant(row, "resumed_at"));
    }

    private static @Nullable Remainder rest(ResultSet row) throws SQLException {
        var stoppedAt = Rows.instant(row, "stopped_at");
        return stoppedAt == null
                ? null
                : new Remainder(LimitUnit.valueOf(row.getString("left_unit")), row.getLong("left_counted"),
                        row.getLong("left_until_warning"), stoppedAt, Rows.required(row, "due_stopped"));
    }

    private static @Nullable Limit limit(ResultSet row, String amount) throws SQLException {
        int number = row.getInt(amount);
        return row.wasNull() ? null : new Limit(number, LimitUnit.valueOf(row.getString("asked_unit")));
    }
}
