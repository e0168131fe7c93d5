package io.gridloop.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendar files that administrators loaded; only grows. */
@Component
class CalendarTable {

    private static final String SELECT = "select id, target, content, loaded_at, loaded_by from calendar_version ";

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of the youngest version; 0 when there is none. */
    long youngest() {
        return jdbc.sql("select coalesce(max(id), 0) from calendar_version").query(Long.class).single();
    }

    /** What counts now, one version for each target. */
    List<CalendarVersion> current() {
        return jdbc.sql(SELECT + "where id in (select max(id) from calendar_version group by target) order by target")
                .query(CalendarTable::version).list();
    }

    /** The versions of a target, the youngest first. */
    List<CalendarVersion> of(CalendarTarget target) {
        return jdbc.sql(SELECT + "where target = ? order by id desc").param(target.code())
                .query(CalendarTable::version).list();
    }

    void add(CalendarTarget target, @Nullable CalendarFile file, String actor) {
        // One after the other, so that whoever sees a higher number also sees the lower ones.
        jdbc.sql("lock table calendar_version in exclusive mode").update();
        jdbc.sql("insert into calendar_version (target, content, loaded_at, loaded_by) values (?, ?, ?, ?)")
                .param(target.code()).param(Optional.ofNullable(file).map(CalendarFile::text).orElse(null))
                .param(Timestamp.from(clock.instant())).param(actor).update();
    }

    private static CalendarVersion version(ResultSet row, int i) throws SQLException {
        var target = new CalendarTarget(row.getString("target"));
        var content = row.getString("content");
        return new CalendarVersion(row.getLong("id"), target,
                content == null ? null : CalendarReader.read(target, content).file(),
                row.getTimestamp("loaded_at").toInstant(), row.getString("loaded_by"));
    }
}
