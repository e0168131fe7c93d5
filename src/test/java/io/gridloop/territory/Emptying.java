package io.gridloop.territory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.jdbc.JdbcTestUtils;

/** Empties the county, so that another one can be loaded. */
final class Emptying {

    static final String[] TABLES = {"county_change", "assignment", "stand_in", "post_holder", "staff", "department",
            "grid", "community", "street", "county"};

    private Emptying() {}

    static void of(JdbcTemplate jdbc) {
        JdbcTestUtils.deleteFromTables(jdbc, TABLES);
    }
}
