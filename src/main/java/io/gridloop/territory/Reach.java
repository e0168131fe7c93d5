package io.gridloop.territory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far somebody's rights reach today: their own, and those of everybody they stand in for.
 *
 * @param roles their roles; empty for somebody unknown
 * @param grids codes of the grids whose cases they see, whoever handles them
 * @param ledGrids codes of the grids they lead
 * @param walkedGrids codes of the grids they walk as a grid worker, full-time or part-time
 * @param logins themselves and those they stand in for: what these have in hand, they see
 * @param parties logins of those whose former cases they see too: their own as a worker, all of them in a department
 */
public record Reach(Set<StaffRole> roles, Set<String> grids, Set<String> ledGrids, Set<String> walkedGrids,
        Set<String> logins, Set<String> parties) {

    private static final Set<StaffRole> COUNTY = EnumSet.of(StaffRole.INTAKE, StaffRole.DISPATCHER,
            StaffRole.SUPERVISOR, StaffRole.ADMIN);

    /** Whether it reaches over the whole county. */
    public boolean county() {
        return !Collections.disjoint(roles, COUNTY);
    }

    /** Whether they have one of these roles. */
    public boolean hasAny(StaffRole... wanted) {
        return !Collections.disjoint(roles, Set.of(wanted));
    }
}
