package io.gridloop.territory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** What seldom changes in a county: polygons, names and departments, ready for look-ups. Never changes itself. */
final class CountyMap {

    static final CountyMap EMPTY = new CountyMap("", Geometries.nothing(), List.of(), List.of(), Map.of(), Map.of(),
            Map.of());

    private record Area(GridRef grid, PreparedGeometry boundary) {}

    private final String office;
    private final PreparedGeometry outline;
    private final Map<String, GridRef> grids;
    private final Map<String, Geometry> boundaries;
    private final List<Department> departments;
    private final Map<String, Department> departmentsByCode;
    private final Map<Department, Department> merged;
    private final Map<String, String> communities;
    private final Map<String, String> streets;
    private final Map<String, List<GridShape>> shapes;
    private final STRtree areas = new STRtree();

    private CountyMap(String office, PreparedGeometry outline, List<Area> areas, List<CountyDepartment> departments,
            Map<String, String> communities, Map<String, String> streets, Map<String, List<GridShape>> shapes) {
        this.office = office;
        this.outline = outline;
        this.departments = departments.stream().filter(it -> it.successor() == null).map(CountyDepartment::department)
                .toList();
        this.departmentsByCode = inForce(departments);
        this.merged = departments.stream().filter(it -> it.successor() != null).map(CountyDepartment::department)
                .collect(toMap(Function.identity(), it -> departmentsByCode.get(it.code()), (one, other) -> one,
                        LinkedHashMap::new));
        this.communities = communities;
        this.streets = streets;
        this.shapes = shapes;
        this.grids = areas.stream().map(Area::grid)
                .collect(toMap(GridRef::code, Function.identity(), (one, other) -> one, TreeMap::new));
        this.boundaries = areas.stream().collect(
                toMap(area -> area.grid().code(), area -> area.boundary().getGeometry(), (one, other) -> one));
        areas.forEach(area -> this.areas.insert(area.boundary().getGeometry().getEnvelopeInternal(), area));
        // Look-ups by several threads are safe only on a finished tree.
        this.areas.build();
    }

    static CountyMap of(County county, List<Grid> grids, List<CountyDepartment> departments) {
        return new CountyMap(county.office(), prepare(county.outline()),
                grids.stream().map(grid -> new Area(grid.ref(), prepare(grid.boundary()))).toList(),
                departments,
                labels(grids, grid -> grid.community().code(),
                        grid -> grid.community().street().name() + " " + grid.community().name()),
                labels(grids, grid -> grid.community().street().code(), grid -> grid.community().street().name()),
                grids.stream().collect(groupingBy(grid -> grid.community().code(),
                        mapping(grid -> new GridShape(grid.ref(), Geometries.read(grid.boundary())), toList()))));
    }

    /** Each code with the department that answers for it today. */
    private static Map<String, Department> inForce(List<CountyDepartment> departments) {
        var all = departments.stream().collect(toMap(it -> it.department().code(), Function.identity()));
        return all.values().stream().collect(toMap(it -> it.department().code(), it -> {
            var answering = it;
            while (answering.successor() != null) {
                answering = all.get(answering.successor());
            }
            return answering.department();
        }));
    }

    private static Map<String, String> labels(List<Grid> grids, Function<Grid, String> code,
            Function<Grid, String> label) {
        return grids.stream().collect(toMap(code, label, (one, other) -> one, TreeMap::new));
    }

    private static PreparedGeometry prepare(String geoJson) {
        return PreparedGeometryFactory.prepare(Geometries.read(geoJson));
    }

    Placement locate(double longitude, double latitude) {
        if (!Double.isFinite(longitude) || !Double.isFinite(latitude)) {
            return new Placement(Placement.Kind.OUTSIDE, null);
        }
        var point = Geometries.FACTORY.createPoint(new Coordinate(longitude, latitude));
        return gridAt(point)
                .map(grid -> new Placement(Placement.Kind.IN_GRID, grid))
                .orElseGet(() -> new Placement(
                        outline.covers(point) ? Placement.Kind.IN_COUNTY : Placement.Kind.OUTSIDE, null));
    }

    private Optional<GridRef> gridAt(Point point) {
        List<?> near = areas.query(new Envelope(point.getCoordinate()));
        return near.stream().map(Area.class::cast)
                .filter(area -> area.boundary().covers(point))
                .map(Area::grid)
                .min(Comparator.comparing(GridRef::code));
    }

    List<GridRef> grids() {
        return List.copyOf(grids.values());
    }

    Optional<GridRef> grid(String code) {
        return Optional.ofNullable(grids.get(code));
    }

    /** A copy of the area of a grid. */
    Optional<Geometry> boundary(String code) {
        return Optional.ofNullable(boundaries.get(code)).map(Geometry::copy);
    }

    List<Department> departments() {
        return departments;
    }

    Optional<Department> department(String code) {
        return Optional.ofNullable(departmentsByCode.get(code));
    }

    Map<Department, Department> mergedDepartments() {
        return merged;
    }

    /** Display names by code. */
    Map<String, String> communities() {
        return communities;
    }

    /** Display names by code. */
    Map<String, String> streets() {
        return streets;
    }

    /** The grids of a community with their areas, by code; none when there is no such community. */
    List<GridShape> shapes(String community) {
        return shapes.getOrDefault(community, List.of());
    }

    boolean knowsCommunity(@Nullable String code) {
        return code != null && communities.containsKey(code);
    }

    boolean knowsStreet(@Nullable String code) {
        return code != null && streets.containsKey(code);
    }

    /** The display name of where somebody works; without any of them it is the county's office. */
    String unit(@Nullable String gridCode, @Nullable String departmentCode, @Nullable String communityCode,
            @Nullable String streetCode) {
        if (communityCode != null || streetCode != null) {
            return communityCode == null ? streets.get(streetCode) : communities.get(communityCode);
        }
        var department = departmentCode == null ? "" : department(departmentCode).orElseThrow().name();
        if (gridCode == null) {
            return department.isEmpty() ? office : department;
        }
        var grid = grid(gridCode).orElseThrow().label();
        return department.isEmpty() ? grid : grid + "（" + department + "派驻）";
    }
}
