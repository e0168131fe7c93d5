package io.gridloop.intake.map;

import io.gridloop.security.MapTiles;
import io.gridloop.territory.GridShape;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.web.util.HtmlUtils;

/**
 * The grids of a community as SVG: each is a link that opens the report page with that grid chosen. Colours are
 * attributes, because a picture that is opened alone has no style sheet; the style sheet of a page overrides them.
 */
final class GridPicture {

    /** Units of the picture; two borders closer than this look like one. */
    private static final double TOLERANCE = 1.5;

    private static final double EDGE = 6;

    private final List<GridShape> shapes;
    private final List<Geometry> areas;
    private final Frame frame;
    private final MapTiles map;
    private final StringBuilder svg = new StringBuilder();

    private GridPicture(List<GridShape> shapes, MapTiles map) {
        this.shapes = shapes;
        this.map = map;
        this.frame = Frame.around(shapes.stream().map(GridShape::area).toList());
        this.areas = simplified();
    }

    /** @param shapes the grids of one community, at least one */
    static String of(List<GridShape> shapes) {
        return of(shapes, MapTiles.NONE);
    }

    /** @param map what lies behind the grids, so that streets and houses can be seen through them */
    static String of(List<GridShape> shapes, MapTiles map) {
        return new GridPicture(shapes, map).draw();
    }

    /** Borders that two grids share stay shared. */
    private List<Geometry> simplified() {
        var whole = shapes.stream().map(GridShape::area).toArray(Geometry[]::new);
        return List.of(CoverageSimplifier.simplify(whole, TOLERANCE / frame.perLongitude()));
    }

    private String draw() {
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="group" aria-label="%s的网格" \
                font-family="sans-serif" font-size="22" text-anchor="middle" stroke-linejoin="round" \
                data-west="%.6f" data-north="%.6f" data-x="%.3f" data-y="%.3f">
                """, Frame.number(frame.width()), Frame.number(frame.height()),
                escaped(shapes.getFirst().grid().community()), frame.west(), frame.north(), frame.perLongitude(),
                frame.perLatitude()));
        if (map.present()) {
            Tile.behind(frame).forEach(this::draw);
        }
        IntStream.range(0, shapes.size()).forEach(i -> draw(shapes.get(i), areas.get(i)));
        if (map.present()) {
            credit();
        }
        return svg.append("</svg>\n").toString();
    }

    /** In degrees a tile is no square, but over a community nobody sees how it bends. */
    private void draw(Tile tile) {
        svg.append("""
                <image href="%s" x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" aria-hidden="true"/>
                """.formatted(escaped(map.address(tile.zoom(), tile.column(), tile.row())), frame.x(tile.west()),
                frame.y(tile.north()), frame.width(tile.west(), tile.next().west()),
                frame.height(tile.north(), tile.next().north())));
    }

    private void credit() {
        svg.append("""
                <text data-credit="" x="%s" y="%s" font-size="17" text-anchor="end" fill="#1c2b33" stroke="#fff" \
                stroke-width="3" paint-order="stroke">%s</text>
                """.formatted(Frame.number(frame.width() - EDGE), Frame.number(frame.height() - EDGE),
                escaped(map.attribution())));
    }

    private void draw(GridShape shape, Geometry area) {
        var grid = shape.grid();
        var middle = shape.area().getInteriorPoint().getCoordinate();
        svg.append("""
                <a href="../../report?grid=%s" data-grid="%s" aria-label="%s"><path d="%s" fill="#e3f0f2" \
                fill-rule="evenodd"%s stroke="#0b5c6b" stroke-width="1.5"/><text x="%s" y="%s" dy=".35em" fill="#1c2b33" \
                pointer-events="none">%s</text></a>
                """.formatted(escaped(grid.code()), escaped(grid.code()),
                escaped(grid.community() + " " + grid.name()), path(area),
                map.present() ? " fill-opacity=\".4\"" : "", frame.x(middle.getX()),
                frame.y(middle.getY()), escaped(grid.name())));
    }

    private String path(Geometry area) {
        var path = new StringBuilder();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing());
                IntStream.range(0, polygon.getNumInteriorRing())
                        .forEach(hole -> ring(path, polygon.getInteriorRingN(hole)));
            }
        }
        return path.toString();
    }

    /** The last point of a ring is the first again, which {@code Z} says shorter. */
    private void ring(StringBuilder path, LineString ring) {
        Coordinate[] points = ring.getCoordinates();
        var before = "";
        for (int i = 0; i < points.length - 1; i++) {
            var point = frame.x(points[i].getX()) + " " + frame.y(points[i].getY());
            if (!point.equals(before)) {
                path.append(i == 0 ? "M" : "L").append(point);
            }
            before = point;
        }
        path.append("Z");
    }

    private static String escaped(String name) {
        return HtmlUtils.htmlEscape(name, "UTF-8");
    }
}
