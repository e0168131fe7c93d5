package io.gridloop.cases;

import io.gridloop.territory.Reach;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whistles with whom they called, for lists and pages. */
@Service
@Transactional(readOnly = true)
public class WhistlePages {

    private static final String VISIBLE = """
            from whistle w join grid_case c on c.id = w.case_id
            where :county or c.grid_code = any (:grids)
               or exists (select 1 from whistle_call l where l.whistle_id = w.id and l.person = any (:parties))
            """;

    private final JdbcClient jdbc;
    private final Reaches reaches;
    private final Whistles whistles;
    private final DepartmentNames names;
    private final Actors actors;
    private final Places places;

    WhistlePages(JdbcClient jdbc, Reaches reaches, Whistles whistles, DepartmentNames names, Actors actors,
            Places places) {
        this.jdbc = jdbc;
        this.reaches = reaches;
        this.whistles = whistles;
        this.names = names;
        this.actors = actors;
        this.places = places;
    }

    /**
     * The whistles somebody sees, newest first: of the county, of their grids, or, for a department, those that called
     * it. The page's own order is ignored.
     */
    public Page<WhistleView> list(String login, Pageable page) {
        var reach = reaches.of(login);
        long total = visible("select count(*) " + VISIBLE, reach).query(Long.class).single();
        var rows = visible("select w.*, c.case_number, c.grid_code, c.longitude, c.latitude, c.address " + VISIBLE
                + "order by w.blown_at desc, w.id desc limit :limit offset :offset", reach)
                .param("limit", page.getPageSize()).param("offset", page.getOffset())
                .query((row, i) -> row(row, reach)).list();
        return new PageImpl<>(rows, page, total);
    }

    /** All of a case, newest first. */
    List<WhistleView> of(Case it) {
        var place = Masking.mask(places.label(it));
        return whistles.of(it.id()).stream().map(each -> view(each, it.caseNumber(), place, call -> true)).toList();
    }

    private JdbcClient.StatementSpec visible(String sql, Reach reach) {
        return jdbc.sql(sql).param("county", reach.county()).param("grids", reach.grids().toArray(String[]::new))
                .param("parties", parties(reach).toArray(String[]::new));
    }

    /** Only a department's list is made of its own calls. */
    private static Set<String> parties(Reach reach) {
        return reach.hasAny(StaffRole.DEPARTMENT) ? reach.parties() : Set.of();
    }

    private WhistleView row(ResultSet row, Reach reach) throws SQLException {
        var grid = row.getString("grid_code");
        var place = new Place(grid, row.getObject("longitude", Double.class), row.getObject("latitude", Double.class),
                row.getString("address"));
        boolean all = reach.county() || reach.grids().contains(grid);
        return view(Whistles.whistle(row), row.getString("case_number"), Masking.mask(places.label(place)),
                call -> all || reach.parties().contains(call.person()));
    }

    private WhistleView view(Whistle it, String caseNumber, String casePlace, Predicate<WhistleCall> seen) {
        return new WhistleView(it.id(), caseNumber, casePlace, actors.named(it.blownBy()).name(), it.blownAt(),
                Masking.mask(it.reason()), Masking.mask(it.place()), it.dueAt(), it.state(), masked(it.agreed()),
                whistles.calls(it.id()).stream().filter(seen).map(this::view).toList());
    }

    private WhistleView.Call view(WhistleCall call) {
        return new WhistleView.Call(names.of(call.department()), actors.named(call.person()).name(), call.state(),
                call.minutes(), call.late(), masked(call.note()), call.confirmed());
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Masking.mask(text);
    }
}
