package io.gridloop.cases;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where a matter is. */
@Embeddable
record Place(
        @Nullable String gridCode, @Nullable Double longitude, @Nullable Double latitude, @Nullable String address) {

    static final Place UNKNOWN = new Place(null, null, null, null);

    static Place of(Report report) {
        return new Place(report.gridCode(), report.longitude(), report.latitude(), report.address());
    }

    /** The same place, now known to lie in a grid. */
    Place in(String grid) {
        return new Place(grid, longitude, latitude, address);
    }
}
