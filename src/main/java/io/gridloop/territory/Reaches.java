package io.gridloop.territory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far the rights of staff reach. */
@Service
public class Reaches {

    // Whoever stands in for somebody sees what they see, also when that one stands in for a third.
    // Designers change models and need no residents' data, so nothing of theirs counts.
    private static final String REACH = """
            with recursive served (login) as (
                select cast(:login as varchar)
                union
                select s.absent from stand_in s join served on s.stand_in = served.login
                where cast(:today as date) between s.from_day and s.to_day and s.ended_at is null
            ), who as (
                select staff.* from staff join served on served.login = staff.login
                where role <> 'DESIGNER' and left_at is null
            )
            select 'role' as kind, role as value from who
            union select 'login', login from who
            union select 'party', login from who where role in ('FULL_TIME', 'PART_TIME', 'DEPARTMENT')
            union select 'party', sent.login from who
                join staff sent on sent.department_code = who.department_code where who.role = 'DEPARTMENT'
            union select 'led', grid_code from who where role = 'LEADER'
            union select 'walked', grid_code from who
                where role in ('FULL_TIME', 'PART_TIME') and grid_code is not null
            union select 'grid', g.code from who join (grid g join community c on c.code = g.community_code)
                on (who.role in ('LEADER', 'FULL_TIME') and g.code = who.grid_code)
                or c.code = who.community_code or c.street_code = who.street_code""";

    private record Part(String kind, String value) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Reaches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far the rights of the member of staff with this login reach today; nowhere when there is none. */
    public Reach of(String login) {
        var parts = parts(login).stream()
                .collect(groupingBy(Part::kind, mapping(Part::value, toSet())));
        return new Reach(all(parts, "role").stream().map(StaffRole::valueOf).collect(toSet()), all(parts, "grid"),
                all(parts, "led"), all(parts, "walked"), all(parts, "login"), all(parts, "party"));
    }

    private List<Part> parts(String login) {
        return jdbc.sql(REACH).param("login", login).param("today", LocalDate.now(clock))
                .query((row, i) -> new Part(row.getString("kind"), row.getString("value"))).list();
    }

    private static Set<String> all(Map<String, Set<String>> parts, String kind) {
        return parts.getOrDefault(kind, Set.of());
    }
}
