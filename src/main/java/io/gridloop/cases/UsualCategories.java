package io.gridloop.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody reports most. */
@Service
public class UsualCategories {

    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Clock clock;

    UsualCategories(JdbcClient jdbc, Categories categories, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.clock = clock;
    }

    /** The categories that a member of staff reported in the last 90 days, the most frequent first. */
    @Transactional(readOnly = true)
    public List<Category> of(String login, int most) {
        return jdbc.sql("""
                select category from grid_case where reported_by = ? and category is not null and received_at > ?
                group by category order by count(*) desc, category limit ?""")
                .params(login, clock.instant().minus(LOOKED_BACK).atOffset(ZoneOffset.UTC), most)
                .query(String.class).list().stream().flatMap(code -> categories.find(code).stream()).toList();
    }
}
