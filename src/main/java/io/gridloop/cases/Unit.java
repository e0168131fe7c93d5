package io.gridloop.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a case is dispatched to: a department, or a rung of the ladder above the case's own grid.
 *
 * @param level {@link #GRID}, {@link #COMMUNITY}, {@link #STREET} or {@link #DEPARTMENT}
 * @param lead code of the department; empty at the other levels
 */
record Unit(String level, String lead) {

    /** The people of the case's grid; the tables have always called this level community. */
    static final String GRID = "community";

    /** The manager of the case's community. */
    static final String COMMUNITY = "communityOffice";

    /** The manager of the case's street. */
    static final String STREET = "street";

    static final String DEPARTMENT = "department";

    /** From the grid upwards; above is the county's dispatcher. */
    static final List<String> LADDER = List.of(GRID, COMMUNITY, STREET);

    /** @param code a level of the ladder, or the code of a department */
    static Unit of(String code) {
        return LADDER.contains(code) ? new Unit(code, "") : new Unit(DEPARTMENT, code);
    }

    /** Who has or last had a case; one that was dispatched by an earlier version has no level and counts as its grid. */
    static Unit of(@Nullable String level, String lead) {
        return DEPARTMENT.equals(level) ? new Unit(DEPARTMENT, lead) : new Unit(level == null ? GRID : level, "");
    }

    String code() {
        return department() ? lead : level;
    }

    boolean department() {
        return level.equals(DEPARTMENT);
    }
}
