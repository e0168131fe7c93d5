package io.gridloop.territory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the county's map in memory, and draws it anew after the county has changed. */
@Component
class CurrentMap {

    private final Counties counties;
    private final Grids grids;
    private final Departments departments;
    private volatile @Nullable CountyMap map;

    CurrentMap(Counties counties, Grids grids, Departments departments) {
        this.counties = counties;
        this.grids = grids;
        this.departments = departments;
    }

    CountyMap get() {
        var known = map;
        return known != null ? known : draw();
    }

    @TransactionalEventListener
    void on(CountyChanged changed) {
        map = null;
    }

    // An empty map is not kept: another instance may be loading the county just now.
    private synchronized CountyMap draw() {
        var county = counties.findFirstByOrderByCode();
        if (county.isEmpty()) {
            return CountyMap.EMPTY;
        }
        var drawn = CountyMap.of(county.get(), grids.all(), departments.findAllByOrderByPosition());
        map = drawn;
        return drawn;
    }
}
