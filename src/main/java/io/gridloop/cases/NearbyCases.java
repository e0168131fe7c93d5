package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open cases of the kind of a report and close to it, which may be the same matter. Close is within the metres of the
 * category or, where one of both has no coordinates, in the same grid. Categories that speak of people have no metres:
 * their cases are shown to nobody.
 */
@Service
@Transactional(readOnly = true)
public class NearbyCases {

    private static final int SHOWN = 5;

    private static final String CLOSE = """
            select id, metres from (
                select id, grid_code, received_at, case when latitude is not null
                       and cast(:latitude as double precision) is not null then %s end as metres from grid_case
                where category = :category and state <> 'CLOSED' and decided is null
                  and parent_id is null and emergency_line is null) open
            where (metres <= :radius or (metres is null and grid_code = :grid))
            """.formatted(PublishedQuery.DISTANCE);

    private record Found(long id, @Nullable Double metres) {}

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Categories categories;
    private final Places places;
    private final Units units;

    NearbyCases(JdbcClient jdbc, Cases cases, Categories categories, Places places, Units units) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.categories = categories;
        this.places = places;
        this.units = units;
    }

    /** At most five, the closest first; none for an emergency, and none once the report was accepted. */
    public List<NearbyCase> of(Report report) {
        return radius(report) == 0 || report.emergencyLine() != null
                ? List.of()
                : close(report, """
                        and not exists (select 1 from grid_case where submission_key = :key)
                        order by metres nulls last, received_at desc, id desc limit :most""")
                        .param("key", report.submissionKey()).param("most", SHOWN)
                        .query(NearbyCases::found).list().stream().map(this::view).toList();
    }

    /** Whether a case is among them, however many there are. */
    boolean include(Report report, long caseId) {
        return radius(report) > 0
                && close(report, "and id = :id").param("id", caseId).query(NearbyCases::found).optional().isPresent();
    }

    private int radius(Report report) {
        return Optional.ofNullable(report.category()).flatMap(categories::find).map(Category::nearbyMetres).orElse(0);
    }

    private StatementSpec close(Report report, String more) {
        return jdbc.sql(CLOSE + more).param("category", report.category()).param("radius", radius(report))
                .param("grid", report.gridCode()).param("longitude", report.longitude())
                .param("latitude", report.latitude());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(row.getLong("id"), row.getObject("metres", Double.class));
    }

    private NearbyCase view(Found found) {
        var it = cases.findById(found.id()).orElseThrow();
        return new NearbyCase(it.caseNumber(), categories.label(it.category()), places.grid(it), it.state(),
                it.origin().receivedAt(), units.dispatched(it),
                found.metres() == null ? null : Math.round(found.metres() / 10) * 10);
    }
}
