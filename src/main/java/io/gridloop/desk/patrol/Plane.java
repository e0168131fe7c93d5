package io.gridloop.desk.patrol;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres around a point, as if the earth were flat there: {@code x = R cos(latitude0) (longitude - longitude0)} and
 * {@code y = R (latitude - latitude0)}, angles in radians, R = 6,371,000 m. Within the few kilometres of a grid that is
 * wrong by less than a percent.
 *
 * @param longitude of the point, degrees, WGS-84
 * @param latitude of the point, degrees, WGS-84
 */
record Plane(double longitude, double latitude) {

    private static final double EARTH = 6_371_000;

    /** The plane around the middle of an area. */
    static Plane around(Geometry area) {
        var middle = area.getEnvelopeInternal().centre();
        return new Plane(middle.x, middle.y);
    }

    /** Metres east and north of the point. */
    Coordinate at(double longitude, double latitude) {
        return new Coordinate(
                EARTH * Math.cos(Math.toRadians(this.latitude)) * Math.toRadians(longitude - this.longitude),
                EARTH * Math.toRadians(latitude - this.latitude));
    }

    /** An area in degrees, in metres; the area itself is left alone. */
    Geometry of(Geometry area) {
        var flat = area.copy();
        flat.apply(new Flattening());
        return flat;
    }

    private final class Flattening implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence all, int i) {
            var metres = at(all.getX(i), all.getY(i));
            all.setOrdinate(i, CoordinateSequence.X, metres.x);
            all.setOrdinate(i, CoordinateSequence.Y, metres.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
