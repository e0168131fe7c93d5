package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads user tasks together with their cases. */
@Component
class TaskViews {

    private static final int SUMMARY = 60;

    private static final String SELECT = """
            select t.element_instance_key, t.case_id, t.element, t.part, t.assignee, t.opened_at, t.state, t.answered_by,
                   t.process_id, t.process_version,
                   t.answered_at, t.completed_by, t.variables ->> 'formProblem' as form_problem, c.case_number, c.channel, c.round, c.state as case_state, c.category, c.grid_code, c.address,
                   c.longitude, c.latitude, coalesce(c.subject, left(c.text, 200)) as said, coalesce(p.warn_at, c.warn_at) as warn_at,
                   coalesce(p.due_at, c.due_at) as due_at
            from case_task t join grid_case c on c.id = t.case_id
                 left join case_part p on p.element = t.element and p.part = t.part
            """;

    // Supervision of a case that was finished or suspended meanwhile ends with its watch, without a listener.
    private static final String OPEN = """
            where t.state = 'OPEN' and t.assignee in (:assignees)
              and (t.element <> 'Task_SuperviseOverdue' or (c.state = 'HANDLING' and c.suspended_until is null))
            order by case when c.state <> 'HANDLING' or coalesce(p.due_at, c.due_at) is null then 3
                          when coalesce(p.due_at, c.due_at) <= :now then 0
                          when coalesce(p.warn_at, c.warn_at) <= :now then 1 else 2 end,
                     case when c.state = 'HANDLING' then coalesce(p.due_at, c.due_at) end nulls last, t.opened_at, t.element_instance_key
            """;

    private final JdbcClient jdbc;
    private final HumanSteps steps;
    private final Categories categories;
    private final Places places;
    private final Clock clock;

    TaskViews(JdbcClient jdbc, HumanSteps steps, Categories categories, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.categories = categories;
        this.places = places;
        this.clock = clock;
    }

    List<TaskView> open(Collection<String> assignees) {
        return jdbc.sql(SELECT + OPEN).param("assignees", assignees)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) -> view(row)).list();
    }

    Optional<TaskView> find(long elementInstanceKey) {
        return jdbc.sql(SELECT + "where t.element_instance_key = ?").param(elementInstanceKey)
                .query((row, i) -> view(row)).optional();
    }

    private TaskView view(ResultSet row) throws SQLException {
        var human = steps.of(row.getString("element"));
        var state = CaseState.valueOf(row.getString("case_state"));
        var dueAt = state == CaseState.HANDLING ? Rows.instant(row, "due_at") : null;
        return new TaskView(row.getLong("element_instance_key"), row.getLong("case_id"), row.getString("case_number"),
                human.task(), row.getLong("part"), human.title(), human.form(), row.getString("process_id"),
                row.getInt("process_version"), human.variable(), row.getString("assignee"),
                Rows.required(row, "opened_at"),
                SourceChannel.valueOf(row.getString("channel")), row.getInt("round"), state,
                categories.label(row.getString("category")), place(row), summary(row.getString("said")),
                row.getString("form_problem") != null, dueAt, light(row, dueAt), row.getString("state"),
                row.getString("answered_by"), Rows.instant(row, "answered_at"), row.getString("completed_by"));
    }

    private String place(ResultSet row) throws SQLException {
        return Masking.mask(places.label(new Place(row.getString("grid_code"), row.getObject("longitude", Double.class),
                row.getObject("latitude", Double.class), row.getString("address"))));
    }

    private static String summary(String said) {
        return PlainText.cut(Masking.mask(said), SUMMARY);
    }

    private @Nullable Light light(ResultSet row, @Nullable Instant dueAt) throws SQLException {
        var warnAt = Rows.instant(row, "warn_at");
        return dueAt == null || warnAt == null ? null : Light.at(clock.instant(), warnAt, dueAt);
    }
}
