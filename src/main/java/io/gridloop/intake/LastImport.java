package io.gridloop.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The newest import that took in something, for those who look at its cases. */
@Service
public class LastImport {

    private final JdbcClient jdbc;
    private final Clock clock;

    LastImport(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One import.
     *
     * @param to its end; now while it runs
     */
    public record Import(String fileName, Instant from, Instant to) {}

    /** Empty when nothing was ever imported. */
    public Optional<Import> find() {
        return jdbc.sql("""
                select file_name, imported_at, coalesce(finished_at, :now) until from import_batch
                where accepted > 0 or state = 'RUNNING' order by id desc limit 1""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> new Import(row.getString("file_name"),
                        row.getTimestamp("imported_at").toInstant(), row.getTimestamp("until").toInstant()))
                .optional();
    }
}
