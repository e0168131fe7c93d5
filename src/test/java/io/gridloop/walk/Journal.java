package io.gridloop.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's own journal of deadlines and of what was recorded of them, kept by triggers for the length of a test.
 * Both are written while the case is locked, so the order of a case's entries is the order in which things happened.
 */
final class Journal {

    private static final String TABLE = """
            create table walk_journal (
                seq     bigserial primary key,
                case_id bigint not null,
                element text,
                version bigint not null,
                at      timestamptz,
                warn_at timestamptz,
                due_at  timestamptz)""";
    private static final String ON_CASE = """
            create function walk_deadline() returns trigger language plpgsql as $$
            begin
                insert into walk_journal (case_id, version, warn_at, due_at)
                values (new.id, new.deadline_version, new.warn_at, new.due_at);
                return null;
            end $$""";
    private static final String ON_EFFECT = """
            create function walk_record() returns trigger language plpgsql as $$
            begin
                insert into walk_journal (case_id, element, version, at)
                values (new.case_id, new.element, new.round, new.at);
                return null;
            end $$""";
    private static final String CASE_TRIGGER = """
            create trigger walk_deadline after update on grid_case for each row
            when ((old.deadline_version, old.warn_at, old.due_at) is distinct from
                  (new.deadline_version, new.warn_at, new.due_at))
            execute function walk_deadline()""";
    private static final String EFFECT_TRIGGER = """
            create trigger walk_record after insert or update on case_effect for each row
            when (new.element in ('Task_RecordWarning', 'Task_RecordOverdue'))
            execute function walk_record()""";

    private Journal() {}

    /**
     * One entry.
     *
     * @param element what was recorded; null for a new deadline
     * @param version of the deadline
     * @param at when it was recorded, by gridloop's clock
     * @param warnAt null while there is no deadline
     */
    record Entry(long caseId, @Nullable String element, long version, @Nullable Instant at, @Nullable Instant warnAt,
            @Nullable Instant dueAt) {}

    /** Begins it. */
    static void keep(JdbcClient jdbc) {
        List.of(TABLE, ON_CASE, ON_EFFECT, CASE_TRIGGER, EFFECT_TRIGGER).forEach(sql -> jdbc.sql(sql).update());
    }

    /** Ends it, on a database that others use too. */
    static void end(JdbcClient jdbc) {
        List.of("drop trigger walk_deadline on grid_case", "drop trigger walk_record on case_effect",
                "drop function walk_deadline()", "drop function walk_record()", "drop table walk_journal")
                .forEach(sql -> jdbc.sql(sql).update());
    }

    /** All entries in their order. */
    static List<Entry> read(JdbcClient jdbc) {
        return jdbc.sql("select * from walk_journal order by seq").query((row, i) -> new Entry(row.getLong("case_id"),
                row.getString("element"), row.getLong("version"), instant(row, "at"), instant(row, "warn_at"),
                instant(row, "due_at"))).list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
