package io.gridloop.territory;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the county's map in memory, and draws it anew after the county has changed. */
@Component
class CurrentMap {

    private final Counties counties;
    private final Grids grids;
    private final Departments departments;
    private final ChangeLog log;
    private volatile @Nullable CountyMap map;
    private long drawnAfter;

    CurrentMap(Counties counties, Grids grids, Departments departments, ChangeLog log) {
        this.counties = counties;
        this.grids = grids;
        this.departments = departments;
        this.log = log;
    }

    CountyMap get() {
        var known = map;
        return known != null ? known : draw();
    }

    @TransactionalEventListener
    void on(CountyChanged changed) {
        map = null;
    }

    /** Another instance may have changed the county. */
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void lookForChanges() {
        var youngest = log.youngest();
        if (youngest != drawnAfter) {
            drawnAfter = youngest;
            map = null;
        }
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
