package io.gridloop.territory;

import io.gridloop.territory.StaffCard.Assignment;
import io.gridloop.territory.StaffCard.StandInLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The staff as administrators look at it: lists, persons, and who had a place when. */
@Service
public class StaffPages {

    private static final String MATCHING = """
            from staff s left join grid g on g.code = s.grid_code
                left join community c on c.code = coalesce(g.community_code, s.community_code)
            where (s.left_at is not null) = :former
                and (:text::text is null or strpos(s.name, :text) > 0 or strpos(s.login, lower(:text)) > 0)
                and (:role::text is null or s.role = :role)
                and (:place::text is null or :place in (s.grid_code, c.code, coalesce(c.street_code, s.street_code)))
                and (:department::text is null or s.department_code = :department)
            """;
    private static final String STAND_INS = """
            select i.*, a.name as absent_name, r.name as stand_in_name,
                i.ended_at is not null or i.to_day < :today as over
            from stand_in i join staff a on a.login = i.absent join staff r on r.login = i.stand_in
            """;

    private final JdbcClient jdbc;
    private final CurrentMap map;
    private final Clock clock;

    StaffPages(JdbcClient jdbc, CurrentMap map, Clock clock) {
        this.jdbc = jdbc;
        this.map = map;
        this.clock = clock;
    }

    /** Those who match, by place and then by role. */
    public Page<Person> list(StaffFilter filter, Pageable page) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("former", filter.former());
        values.put("text", filter.text());
        values.put("role", filter.role() == null ? null : filter.role().name());
        values.put("place", filter.place());
        values.put("department", filter.department());
        var total = jdbc.sql("select count(*) " + MATCHING).params(values).query(Long.class).single();
        values.put("size", page.getPageSize());
        values.put("offset", page.getOffset());
        var rows = jdbc.sql("select s.* " + MATCHING + """
                order by s.grid_code nulls last, array_position(array['LEADER','FULL_TIME']::text[], s.role::text),
                    s.community_code nulls last, s.street_code nulls last, s.department_code nulls last, s.login
                limit :size offset :offset""").params(values).query(this::person).list();
        return new PageImpl<>(rows, page, total);
    }

    /** How many people have each role now. */
    public Map<StaffRole, Long> counts() {
        var counts = new HashMap<StaffRole, Long>();
        jdbc.sql("select role, count(*) as people from staff where left_at is null group by role").query(row -> {
            counts.put(StaffRole.valueOf(row.getString("role")), row.getLong("people"));
        });
        return counts;
    }

    /** Everything about somebody, also about those who have left. */
    public Optional<StaffCard> card(String login) {
        return jdbc.sql("select * from staff where login = ?").param(login)
                .query((row, i) -> new StaffCard(login, row.getString("name"), RosterBook.seat(row), unit(row),
                        instant(row, "left_at"), assignments(login), standInsOf(login), posts(login)))
                .optional();
    }

    /** Stand-ins of today and later, the earliest first. */
    public List<StandInLine> standIns() {
        return jdbc.sql(STAND_INS + "where i.ended_at is null and i.to_day >= :today order by i.from_day, i.id")
                .param("today", LocalDate.now(clock)).query(StaffPages::standIn).list();
    }

    /** Name of the holder of each post of a grid. */
    public Map<Post, Person> postsOf(String grid) {
        var holders = new HashMap<Post, Person>();
        jdbc.sql("select p.post, s.* from post_holder p join staff s on s.login = p.login where p.grid_code = ?")
                .param(grid).query(row -> {
                    holders.put(Post.valueOf(row.getString("post")), person(row, 0));
                });
        return holders;
    }

    /** The name of who had a place at a moment: one for leaders and full-time workers, the first by login for others. */
    public Optional<String> whoHad(Seat seat, Instant at) {
        return jdbc.sql("""
                select name from assignment where role = ? and grid_code is not distinct from ?
                    and department_code is not distinct from ? and community_code is not distinct from ?
                    and street_code is not distinct from ? and from_at <= ? and (to_at is null or to_at > ?)
                order by login limit 1""")
                .params(seat.role().name(), seat.grid(), seat.department(), seat.community(), seat.street(),
                        Timestamp.from(at), Timestamp.from(at))
                .query(String.class).optional();
    }

    private List<Assignment> assignments(String login) {
        return jdbc.sql("select * from assignment where login = ? order by from_at desc, id desc").param(login)
                .query((row, i) -> new Assignment(row.getString("name"), unit(row) + " "
                        + StaffRole.valueOf(row.getString("role")).label(), row.getTimestamp("from_at").toInstant(),
                        instant(row, "to_at")))
                .list();
    }

    private List<StandInLine> standInsOf(String login) {
        return jdbc
                .sql(STAND_INS + "where :login in (i.absent, i.stand_in) order by i.from_day desc, i.id desc limit 50")
                .param("login", login).param("today", LocalDate.now(clock)).query(StaffPages::standIn).list();
    }

    private List<Post> posts(String login) {
        return jdbc.sql("select post from post_holder where login = ? order by post").param(login)
                .query((row, i) -> Post.valueOf(row.getString("post"))).list();
    }

    private Person person(ResultSet row, int i) throws SQLException {
        return new Person(row.getString("login"), row.getString("name"), StaffRole.valueOf(row.getString("role")),
                unit(row));
    }

    private String unit(ResultSet row) throws SQLException {
        return map.get().unit(row.getString("grid_code"), row.getString("department_code"),
                row.getString("community_code"), row.getString("street_code"));
    }

    private static StandInLine standIn(ResultSet row, int i) throws SQLException {
        return new StandInLine(row.getLong("id"), row.getString("absent"), row.getString("absent_name"),
                row.getString("stand_in"), row.getString("stand_in_name"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getString("reason"), row.getBoolean("over"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
