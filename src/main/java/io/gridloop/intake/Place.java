package io.gridloop.intake;

import org.jspecify.annotations.Nullable;

/** Where it happened, as far as it is known; coordinates are WGS-84 degrees. */
record Place(
        @Nullable String gridCode, @Nullable Double longitude, @Nullable Double latitude, @Nullable String address) {

    static final Place UNKNOWN = new Place(null, null, null, null);
}
