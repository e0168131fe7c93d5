package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late in the whole county, for those who see the whole county, and where it stands in the engine. */
@Service
@Transactional(readOnly = true)
public class OverdueCases {

    private static final String OVERDUE = "from grid_case c where c.state = 'HANDLING' and c.due_at <= :now";

    private static final String ROWS = """
            select c.case_number, c.category, c.grid_code, c.longitude, c.latitude, c.address, c.due_at,
                   c.handler_login, c.process_instance_key,
                   (select count(*) from case_effect e where e.case_id = c.id and e.element = 'Task_CheckSupervision'
                       and e.result ->> 'supervisionResult' = 'urged') as urged,
                   (select o.level from supervision_order o
                     where o.case_id = c.id and o.run = c.run and o.cancelled_at is null
                     order by array_position(array['RED', 'YELLOW', 'SUPERVISE', 'URGE'], cast(o.level as text))
                     limit 1) as level
            """;

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Places places;
    private final Territory territory;
    private final Addresses addresses;
    private final Clock clock;

    OverdueCases(JdbcClient jdbc, Categories categories, Places places, Territory territory, Addresses addresses,
            Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.places = places;
        this.territory = territory;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** All of them, the oldest deadline first. The page's own order is ignored. */
    public Page<OverdueCase> list(Pageable page) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        long total = jdbc.sql("select count(*) " + OVERDUE).param("now", now).query(Long.class).single();
        var rows = jdbc.sql(ROWS + OVERDUE + " order by c.due_at, c.id limit :most offset :from")
                .param("now", now).param("most", page.getPageSize()).param("from", page.getOffset())
                .query((row, i) -> overdue(row)).list();
        return new PageImpl<>(rows, page, total);
    }

    /** The supervisor's step in Operate, for each version it is open in; empty when Operate's address is not known. */
    public List<OverdueOnDiagram> onDiagrams() {
        return jdbc.sql("""
                select t.process_id, t.process_version, count(distinct t.case_id) as cases
                from case_task t join grid_case c on c.id = t.case_id
                where t.element = :element and t.state <> 'CLOSED' and c.state = 'HANDLING'
                  and t.process_id is not null
                group by 1, 2 order by 2""").param("element", Supervising.TASK)
                .query((row, i) -> onDiagram(row)).list().stream().flatMap(Optional::stream).toList();
    }

    private Optional<OverdueOnDiagram> onDiagram(ResultSet row) throws SQLException {
        int version = row.getInt("process_version");
        int cases = row.getInt("cases");
        return Optional.ofNullable(addresses.elementUrl(row.getString("process_id"), version, Supervising.TASK))
                .map(url -> new OverdueOnDiagram(version, cases, url));
    }

    private OverdueCase overdue(ResultSet row) throws SQLException {
        var dueAt = row.getObject("due_at", OffsetDateTime.class).toInstant();
        return new OverdueCase(row.getString("case_number"), categories.label(row.getString("category")),
                Masking.mask(places.label(new Place(row.getString("grid_code"),
                        row.getObject("longitude", Double.class), row.getObject("latitude", Double.class),
                        row.getString("address")))),
                dueAt, Spans.words(clock.instant(), dueAt), handler(row.getString("handler_login")),
                row.getInt("urged"), SupervisionLevel.of(String.valueOf(row.getString("level"))).orElse(null),
                addresses.instanceUrl(row.getObject("process_instance_key", Long.class)));
    }

    private @Nullable String handler(@Nullable String login) {
        return Optional.ofNullable(login).flatMap(territory::person).map(Actor::describe).orElse(null);
    }
}
