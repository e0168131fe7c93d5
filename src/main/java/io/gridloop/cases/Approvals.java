package io.gridloop.cases;

import io.gridloop.territory.Reach;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody's approval. */
@Service
@Transactional(readOnly = true)
public class Approvals {

    private static final String WAITING = """
            from deadline_request r join grid_case c on c.id = r.case_id
            where c.state = 'HANDLING' and c.run = r.run and c.round = r.round
              and ((r.state = 'ASKED' and c.grid_code = any (:led)) or (r.state = 'SUPPORTED' and :supervises))
            """;

    private final JdbcClient jdbc;
    private final Reaches reaches;
    private final RequestPages pages;
    private final Places places;

    Approvals(JdbcClient jdbc, Reaches reaches, RequestPages pages, Places places) {
        this.jdbc = jdbc;
        this.reaches = reaches;
        this.pages = pages;
        this.places = places;
    }

    /** How many requests wait for somebody; nothing for who approves none: no grid leader, no supervisor. */
    public Optional<Long> count(String login) {
        var reach = reaches.of(login);
        return approves(reach) ? Optional.of(count(reach)) : Optional.empty();
    }

    /** What waits for somebody, oldest first. The page's own order is ignored. */
    public Page<WaitingRequest> list(String login, Pageable page) {
        var reach = reaches.of(login);
        var rows = waiting(
                "select r.*, c.case_number, c.grid_code, c.longitude, c.latitude, c.address, c.due_at " + WAITING
                        + "order by r.asked_at, r.id limit :limit offset :offset",
                reach)
                .param("limit", page.getPageSize()).param("offset", page.getOffset())
                .query((row, i) -> waiting(row)).list();
        return new PageImpl<>(rows, page, count(reach));
    }

    private static boolean approves(Reach reach) {
        return reach.hasAny(StaffRole.SUPERVISOR) || !reach.ledGrids().isEmpty();
    }

    private long count(Reach reach) {
        return waiting("select count(*) " + WAITING, reach).query(Long.class).single();
    }

    private JdbcClient.StatementSpec waiting(String sql, Reach reach) {
        return jdbc.sql(sql).param("led", reach.ledGrids().toArray(String[]::new))
                .param("supervises", reach.hasAny(StaffRole.SUPERVISOR));
    }

    private WaitingRequest waiting(ResultSet row) throws SQLException {
        var dueAt = row.getObject("due_at", OffsetDateTime.class);
        var place = new Place(row.getString("grid_code"), row.getObject("longitude", Double.class),
                row.getObject("latitude", Double.class), row.getString("address"));
        return new WaitingRequest(row.getString("case_number"), Masking.mask(places.label(place)),
                pages.view(DeadlineRequests.request(row)), dueAt == null ? null : dueAt.toInstant());
    }
}
