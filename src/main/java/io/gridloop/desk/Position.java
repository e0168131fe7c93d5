package io.gridloop.desk;

import io.gridloop.territory.Degrees;
import java.util.Optional;

/**
 * Where a phone is.
 *
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 */
record Position(double longitude, double latitude) {

    /** The position of two numbers as text; empty when one is no plain decimal number. */
    static Optional<Position> of(String longitude, String latitude) {
        return Degrees.parse(longitude)
                .flatMap(east -> Degrees.parse(latitude).map(north -> new Position(east, north)));
    }
}
