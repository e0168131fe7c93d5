package io.gridloop.demo;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.Resolution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The imported cases of a run, read from PostgreSQL, the record of truth. */
record LoopCases(JdbcClient jdbc, Instant since) {

    private static final String CASES = """
            select c.*, (select count(*) from case_assistance a where a.case_id = c.id) assistants,
                   (select count(*) from case_assistance a where a.case_id = c.id and a.done_at is not null) assisted,
                   array(select element from case_entry where case_id = c.id order by id) trail
              from grid_case c where channel = 'IMPORT' and reported_at >= ?::timestamptz order by case_number""";
    private static final String CLOSED = """
            select count(*) from grid_case
             where channel = 'IMPORT' and reported_at >= ?::timestamptz and state = 'CLOSED'""";

    List<LoopCase> all() {
        return jdbc.sql(CASES).param(since.toString()).query((row, i) -> loopCase(row)).list();
    }

    int closed() {
        return jdbc.sql(CLOSED).param(since.toString()).query(Integer.class).single();
    }

    private static LoopCase loopCase(ResultSet row) throws SQLException {
        var closedAt = row.getTimestamp("closed_at");
        var resolution = row.getString("resolution");
        return new LoopCase(row.getString("case_number"), CaseState.valueOf(row.getString("state")),
                resolution == null ? null : Resolution.valueOf(resolution), row.getInt("run"), row.getInt("round"),
                row.getTimestamp("overdue_at") != null, row.getObject("process_instance_key", Long.class),
                row.getString("handler_login"),
                closedAt == null
                        ? null
                        : Duration.between(row.getTimestamp("reported_at").toInstant(), closedAt.toInstant()),
                row.getInt("assistants"), row.getInt("assisted"), List.of((String[]) row.getArray("trail").getArray()));
    }
}
