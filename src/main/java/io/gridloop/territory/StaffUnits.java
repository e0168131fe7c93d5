package io.gridloop.territory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which units members of staff belong to. */
@Service
public class StaffUnits {

    /** The code of the county's own centre. */
    public static final String COUNTY = "county";

    private static final String UNITS = """
            select unit.code
            from staff s left join grid g on g.code = s.grid_code
                 left join community c on c.code = coalesce(s.community_code, g.community_code)
                 left join street st on st.code = coalesce(s.street_code, c.street_code)
                 cross join lateral (values (1, s.department_code), (2, c.code), (3, st.code),
                     (4, case when coalesce(s.department_code, c.code, st.code) is null then 'county' end))
                     as unit (rank, code)
            where s.login = ? and s.left_at is null and unit.code is not null order by unit.rank""";

    private final JdbcClient jdbc;

    StaffUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Codes of the units of a member of staff, the nearest first: department, community, street; of who belongs to none
     * of them {@link #COUNTY}; nothing for somebody unknown or who has left.
     */
    public List<String> of(String login) {
        return jdbc.sql(UNITS).param(login).query(String.class).list();
    }
}
