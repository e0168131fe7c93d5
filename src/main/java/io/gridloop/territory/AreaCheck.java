package io.gridloop.territory;

import io.gridloop.territory.CountyPlan.GridRow;
import java.util.List;

/** Whether grids lie in the county and beside each other. */
final class AreaCheck {

    /** In square degrees; about 10 square metres in Henan. Borders drawn by hand are never quite the same. */
    private static final double TOLERANCE = 1e-9;

    private AreaCheck() {}

    static void check(CountyPlan plan, Problems problems) {
        problems.check(plan.outlines().size() == 1, "county.geojson",
                "has %d features, not 1".formatted(plan.outlines().size()));
        problems.check(!plan.grids().isEmpty(), "grids.geojson", "has no grid");
        plan.outlines().forEach(county -> plan.grids().forEach(grid -> problems.check(
                grid.boundary().difference(county.outline()).getArea() <= TOLERANCE, grid.where(),
                "the grid " + grid.code() + " reaches beyond the county")));
        for (var i = 0; i < plan.grids().size(); i++) {
            overlaps(plan.grids().get(i), plan.grids().subList(0, i), problems);
        }
    }

    private static void overlaps(GridRow grid, List<GridRow> others, Problems problems) {
        for (var other : others) {
            if (grid.boundary().getEnvelopeInternal().intersects(other.boundary().getEnvelopeInternal())) {
                problems.check(grid.boundary().intersection(other.boundary()).getArea() <= TOLERANCE, grid.where(),
                        "the grids %s and %s overlap".formatted(other.code(), grid.code()));
            }
        }
    }
}
