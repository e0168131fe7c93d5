package io.gridloop.desk.patrol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The way of a patrol on a plane in metres. Two positions are joined by a straight line when no more than five minutes
 * lie between them; what was walked in a longer gap, nobody knows, so it counts for nothing.
 *
 * @param way lines and single points; empty when there is no position
 */
record Track(Geometry way) {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    /** @param fixes in the order of their time */
    static Track of(List<Fix> fixes, Plane plane) {
        var runs = new ArrayList<Geometry>();
        var run = new ArrayList<Coordinate>();
        for (int i = 0; i < fixes.size(); i++) {
            if (i > 0 && isGap(fixes.get(i - 1), fixes.get(i))) {
                runs.add(joined(run));
                run.clear();
            }
            run.add(plane.at(fixes.get(i).longitude(), fixes.get(i).latitude()));
        }
        if (!run.isEmpty()) {
            runs.add(joined(run));
        }
        return new Track(FACTORY.buildGeometry(runs));
    }

    /** How long it is, in metres. */
    int metres() {
        return (int) Math.round(way.getLength());
    }

    private static boolean isGap(Fix before, Fix after) {
        return Duration.between(before.at(), after.at()).compareTo(LONGEST_GAP) > 0;
    }

    private static Geometry joined(List<Coordinate> run) {
        return run.size() == 1
                ? FACTORY.createPoint(run.get(0))
                : FACTORY.createLineString(run.toArray(Coordinate[]::new));
    }
}
