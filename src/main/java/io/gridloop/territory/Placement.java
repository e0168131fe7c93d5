package io.gridloop.territory;

import org.jspecify.annotations.Nullable;

/**
 * Where a point lies.
 *
 * @param kind in a grid, in the county but in no grid, or outside the county
 * @param grid the grid, present exactly when {@code kind} is {@link Kind#IN_GRID}
 */
public record Placement(Kind kind, @Nullable GridRef grid) {

    /** The three places where a point can lie. */
    public enum Kind {
        IN_GRID,
        IN_COUNTY,
        OUTSIDE
    }

    public Placement {
        if ((kind == Kind.IN_GRID) != (grid != null)) {
            throw new IllegalArgumentException("A grid belongs to IN_GRID and to nothing else");
        }
    }
}
