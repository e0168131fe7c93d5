package io.gridloop.faults;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was under way at an instant and has not gone on since, as PostgreSQL has it. */
record Backlog(JdbcClient jdbc) {

    private static final String WAITING = """
            select (select count(*) from engine_command where dead_at is null and created_at < :end)
                 + (select count(*) from grid_case c where c.state <> 'CLOSED' and c.moved_at < :end
                       and not exists (select 1 from case_task t where t.case_id = c.id
                                         and (t.state = 'OPEN' or t.answered_at >= :end or t.closed_at >= :end)))
                 + (select count(*) from grid_case c where c.state = 'CLOSED' and c.closed_at < :end
                       and not exists (select 1 from resident_message m where m.case_id = c.id))""";
    private static final String FIRST_STEP = """
            select min(at) from case_entry where at > :end and element <> 'StartEvent_CaseReported'""";

    /** Empty while PostgreSQL does not answer. */
    Optional<Long> waiting(Instant end) {
        try {
            return Optional.of(jdbc.sql(WAITING).param("end", utc(end)).query(Long.class).single());
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    /** When the engine completed its first step after an instant. */
    Optional<Instant> firstStep(Instant end) {
        try {
            return jdbc.sql(FIRST_STEP).param("end", utc(end))
                    .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant))
                    .single();
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
