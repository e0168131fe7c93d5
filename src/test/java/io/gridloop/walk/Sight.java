package io.gridloop.walk;

import io.gridloop.cases.CaseState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as PostgreSQL has it.
 *
 * @param decided whether its end is decided already
 * @param grid code; null while it is not known
 * @param request id of the request that waits for somebody
 * @param supported whether its leader has supported that request
 * @param order id of the order of supervision that is open
 */
record Sight(long caseId, String caseNumber, CaseState state, boolean decided, @Nullable String grid,
        @Nullable String handler, @Nullable Instant warnAt, @Nullable Instant dueAt, boolean overdue,
        boolean suspended, @Nullable String request, boolean supported, @Nullable String order,
        List<Open> open) {

    static final String SQL = """
            select c.*, r.id request, r.state = 'SUPPORTED' supported,
                   (select o.id from supervision_order o where o.case_id = c.id and o.state <> 'ENDED') open_order,
                   (select string_agg(concat_ws(' ', t.element_instance_key, t.process_instance_key, t.element, t.assignee, t.part),
                                      ';' order by t.element_instance_key)
                      from case_task t where t.case_id = c.id and t.state = 'OPEN') tasks
              from grid_case c left join deadline_request r on r.case_id = c.id and r.state in ('ASKED', 'SUPPORTED')
             where c.id = any (?)""";

    /**
     * A task that waits for its person.
     *
     * @param part id of the part of the case that it is for; 0 when it is for the case as a whole
     */
    record Open(long key, long instance, String element, String assignee, long part) {

        private static Open of(String written) {
            var parts = written.split(" ");
            return new Open(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3],
                    Long.parseLong(parts[4]));
        }
    }

    static Sight of(ResultSet row) throws SQLException {
        var tasks = Optional.ofNullable(row.getString("tasks")).orElse("");
        return new Sight(row.getLong("id"), row.getString("case_number"), CaseState.valueOf(row.getString("state")),
                row.getString("decided") != null, row.getString("grid_code"), row.getString("handler_login"),
                instant(row, "warn_at"), instant(row, "due_at"), row.getTimestamp("overdue_at") != null,
                row.getTimestamp("suspended_until") != null, row.getString("request"), row.getBoolean("supported"),
                row.getString("open_order"),
                Stream.of(tasks.split(";")).filter(task -> !task.isEmpty()).map(Open::of).toList());
    }

    boolean closed() {
        return state == CaseState.CLOSED;
    }

    boolean handling() {
        return state == CaseState.HANDLING && !decided;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
