package io.gridloop.desk.patrol;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * How much of a grid a patrol has seen. Over the grid's bounding box lies a raster of cells of 50 x 50 m, from its lower
 * left corner on; a cell belongs to the grid when its centre lies within the grid's polygon, and is seen when its centre
 * is at most 30 m from the track. {@code coverage = cells seen / cells of the grid}. A grid too small for any centre has
 * one cell, around a point within it. The size of the cells and the 30 m are a sample, 样例，待县里核定.
 */
final class Coverage {

    /** Side of a cell, in metres. */
    static final double CELL = 50;
    /** How far from the track somebody sees, in metres. */
    static final double SEEN = 30;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Coverage() {}

    /**
     * The share of an area that a track covers, from 0 to 1.
     *
     * @param area polygons in metres on the plane of the track
     */
    static double of(Geometry area, Track track) {
        if (track.way().isEmpty()) {
            return 0;
        }
        var cells = centres(area);
        long seen = cells.stream().filter(centre -> track.way().isWithinDistance(centre, SEEN)).count();
        return (double) seen / cells.size();
    }

    private static List<Point> centres(Geometry area) {
        var box = area.getEnvelopeInternal();
        var within = PreparedGeometryFactory.prepare(area);
        var centres = new ArrayList<Point>();
        for (double x = box.getMinX() + CELL / 2; x < box.getMaxX(); x += CELL) {
            for (double y = box.getMinY() + CELL / 2; y < box.getMaxY(); y += CELL) {
                var centre = FACTORY.createPoint(new Coordinate(x, y));
                if (within.covers(centre)) {
                    centres.add(centre);
                }
            }
        }
        return centres.isEmpty() ? List.of(area.getInteriorPoint()) : centres;
    }
}
