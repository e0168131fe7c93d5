package io.gridloop.territory;

import org.jspecify.annotations.Nullable;

/**
 * A place that somebody can have: a role and what it needs of grid, department, community and street.
 *
 * @param role what they are
 * @param grid code, for leaders and workers of a grid
 * @param department code, for part-time workers and for handlers of a department
 * @param community code, for people of a community
 * @param street code, for people of a street
 */
public record Seat(StaffRole role, @Nullable String grid, @Nullable String department, @Nullable String community,
        @Nullable String street) {

    /** A place at the county's centre. */
    public static Seat atCentre(StaffRole role) {
        return new Seat(role, null, null, null, null);
    }

    /** The place of a leader or full-time worker. */
    public static Seat inGrid(StaffRole role, String grid) {
        return new Seat(role, grid, null, null, null);
    }

    /** Whether a grid has this place exactly once: the two ones of "1+1+N". */
    boolean onlyOne() {
        return role == StaffRole.LEADER || role == StaffRole.FULL_TIME;
    }

    Seat inDepartment(String code) {
        return new Seat(role, grid, code, community, street);
    }
}
