package io.gridloop.territory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.gridloop.territory.CountyPlan.GridRow;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Whether grids lie in the county and beside each other. */
final class AreaCheck {

    /** In square degrees; about 10 square metres in Henan. Borders drawn by hand are never quite the same. */
    private static final double TOLERANCE = 1e-9;

    /** In degrees; about 100 metres. Areas nearer than this are meant to touch. */
    private static final double NEAR = 1e-3;

    private AreaCheck() {}

    static void check(CountyPlan plan, Problems problems) {
        problems.check(plan.outlines().size() == 1, "county.geojson",
                "有%d个图形，应为1个".formatted(plan.outlines().size()));
        problems.check(!plan.grids().isEmpty(), "grids.geojson", "没有网格");
        plan.outlines().forEach(county -> plan.grids().forEach(grid -> problems.check(
                grid.boundary().difference(county.outline()).getArea() <= TOLERANCE, grid.where(),
                "网格 " + grid.code() + " 超出县界")));
        for (var i = 0; i < plan.grids().size(); i++) {
            overlaps(plan.grids().get(i), plan.grids().subList(0, i), problems);
        }
        gaps(plan, problems);
    }

    private static void overlaps(GridRow grid, List<GridRow> others, Problems problems) {
        for (var other : others) {
            if (grid.boundary().getEnvelopeInternal().intersects(other.boundary().getEnvelopeInternal())) {
                problems.check(grid.boundary().intersection(other.boundary()).getArea() <= TOLERANCE, grid.where(),
                        "网格 %s 与 %s 重叠".formatted(other.code(), grid.code()));
            }
        }
    }

    private static void gaps(CountyPlan plan, Problems problems) {
        var all = union(plan.grids());
        plan.grids().stream().collect(groupingBy(GridRow::communityCode, TreeMap::new, toList()))
                .forEach((community, grids) -> {
                    var area = union(grids);
                    holes(area).filter(hole -> hole.difference(all).getArea() > TOLERANCE)
                            .forEach(hole -> gap(community, hole, grids, problems));
                    partBesideAnother(area, all).ifPresent(part -> gap(community, part, grids, problems));
                });
    }

    private static void gap(String community, Geometry at, List<GridRow> grids, Problems problems) {
        var beside = grids.stream().filter(grid -> grid.boundary().distance(at) <= 0).toList();
        var point = at.getInteriorPoint();
        problems.add(beside.getFirst().where(), "社区 %s 在 %.5f, %.5f 附近有空隙，旁边是 %s".formatted(
                community, point.getX(), point.getY(), beside.stream().map(GridRow::code).collect(joining("、"))));
    }

    private static Geometry union(List<GridRow> grids) {
        return UnaryUnionOp.union(grids.stream().map(GridRow::boundary).toList());
    }

    private static Stream<Geometry> parts(Geometry area) {
        return IntStream.range(0, area.getNumGeometries()).mapToObj(area::getGeometryN);
    }

    private static Stream<Geometry> holes(Geometry area) {
        return parts(area).map(Polygon.class::cast).flatMap(part -> IntStream.range(0, part.getNumInteriorRing())
                .mapToObj(i -> Geometries.FACTORY.createPolygon(part.getInteriorRingN(i))));
    }

    /** A part that another one nearly touches, with nothing between. A community may have a part far from the others. */
    private static Optional<Geometry> partBesideAnother(Geometry area, Geometry all) {
        var parts = parts(area).toList();
        return parts.stream().filter(part -> parts.stream()
                .anyMatch(other -> part != other && nothingBetween(part, other, all))).findFirst();
    }

    private static boolean nothingBetween(Geometry part, Geometry other, Geometry all) {
        var way = Geometries.FACTORY.createLineString(DistanceOp.nearestPoints(part, other));
        return way.getLength() > 0 && way.getLength() < NEAR && !all.covers(way.getCentroid());
    }
}
