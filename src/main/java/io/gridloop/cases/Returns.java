package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what units gave back or reported up. */
@Repository
class Returns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Returns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Case it, ReturnKind kind, String unit, @Nullable String person, String reason) {
        jdbc.sql("""
                insert into case_return (case_id, run, round, kind, unit, person, reason, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(it.id(), it.run(), it.round(), kind.name(), unit, person, reason, now())
                .update();
    }

    /** Those of the present run, oldest first. */
    List<CaseReturn> of(Case it) {
        return jdbc.sql("select * from case_return where case_id = ? and run = ? order by id")
                .params(it.id(), it.run())
                .query((row, i) -> read(row)).list();
    }

    /** Those of all runs, oldest first. */
    List<CaseReturn> ofAllRuns(Case it) {
        return jdbc.sql("select * from case_return where case_id = ? order by id").param(it.id())
                .query((row, i) -> read(row)).list();
    }

    /** The one that waits for the dispatcher: the last one, unless something was said to it. */
    Optional<CaseReturn> open(Case it) {
        var all = of(it);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()).filter(each -> each.ruling() == null);
    }

    void rule(CaseReturn it, Ruling ruling, @Nullable String byLogin, String reason, String toUnit, boolean last) {
        jdbc.sql("""
                update case_return set ruling = ?, ruled_by = ?, ruled_at = ?, ruling_reason = ?, ruled_to = ?, final = ?
                where id = ? and ruling is null""")
                .params(ruling.name(), byLogin, now(), reason, toUnit, last, it.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CaseReturn read(ResultSet row) throws SQLException {
        var ruling = row.getString("ruling");
        return new CaseReturn(row.getLong("id"), ReturnKind.valueOf(row.getString("kind")), row.getString("unit"),
                row.getString("person"), row.getString("reason"),
                Rows.required(row, "at"),
                ruling == null ? null : Ruling.valueOf(ruling), row.getString("ruled_by"),
                Rows.instant(row, "ruled_at"),
                row.getString("ruling_reason"), row.getString("ruled_to"), row.getBoolean("final"));
    }
}
