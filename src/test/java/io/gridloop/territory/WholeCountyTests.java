package io.gridloop.territory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.county.WholeCounty;
import io.gridloop.territory.Placement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole county, 18 communities and 114 grids, from its files into the database. */
@TerritoryTest
class WholeCountyTests {

    private static final String FILES = "classpath:whole-county/";
    private static final CountyPlan PLAN = new CountyFiles(new DefaultResourceLoader()).read(FILES);

    @Autowired
    Territory territory;

    @BeforeAll
    static void load(@Autowired CountyLoader loader, @Autowired StoppedClock clock, @Autowired JdbcTemplate jdbc) {
        clock.set(LocalDate.of(2026, 11, 23));
        Emptying.of(jdbc);
        var start = System.nanoTime();
        CountyCheck.check(PLAN);
        var checked = System.nanoTime();
        assertThat(loader.load(FILES, "gridloop")).isEqualTo(PLAN.staff().size());
        System.out.printf(
                "Whole county: %d grids, %d departments, %d people; check %d ms, read, check and load %d ms%n",
                PLAN.grids().size(), PLAN.departments().size(), PLAN.staff().size(), (checked - start) / 1_000_000,
                (System.nanoTime() - checked) / 1_000_000);
    }

    @Test
    void hasThreeStreetsEighteenCommunitiesAndOneHundredAndFourteenGrids() {
        assertThat(territory.streets()).hasSize(3);
        assertThat(territory.communities()).hasSize(18);
        assertThat(territory.grids()).hasSize(114);
        assertThat(territory.grids().stream().collect(groupingBy(GridRef::community, counting())).values())
                .allMatch(grids -> grids == 6 || grids == 7);
    }

    @Test
    void hasMoreThanThirtyDepartmentsEachWithItsDutiesAndSomebodyWhoHandles() {
        assertThat(territory.departments()).hasSizeGreaterThan(30)
                .allMatch(department -> department.duties().endsWith("（样例，待县里核定）"));
        for (var department : territory.departments()) {
            assertThat(territory.people()).filteredOn(person -> person.role() == StaffRole.DEPARTMENT)
                    .anyMatch(person -> person.unit().equals(department.name()));
        }
    }

    @Test
    void everyGridHasOneLeaderOneFullTimeWorkerAndOneToThreePartTimeWorkers() {
        var people = territory.people();
        for (var grid : territory.grids()) {
            var roles = people.stream().filter(person -> person.unit().startsWith(grid.label()))
                    .collect(groupingBy(Person::role, counting()));
            assertThat(roles).containsOnlyKeys(StaffRole.LEADER, StaffRole.FULL_TIME, StaffRole.PART_TIME)
                    .containsEntry(StaffRole.LEADER, 1L).containsEntry(StaffRole.FULL_TIME, 1L);
            assertThat(roles.get(StaffRole.PART_TIME)).isBetween(1L, 3L);
        }
    }

    @Test
    void everyPostOfEveryGridIsHeld() {
        assertThat(PLAN.posts()).hasSize(114 * 4);
        for (var grid : territory.grids()) {
            for (var post : Post.values()) {
                assertThat(territory.handlerFor(grid.code(), "community", post.code(), "").unit())
                        .startsWith(grid.label());
            }
        }
    }

    @Test
    void everyRandomPointWithinTheGridsLiesInExactlyOneOfThem() {
        var area = UnaryUnionOp.union(PLAN.grids().stream().map(CountyPlan.GridRow::boundary).toList());
        var box = area.getEnvelopeInternal();
        var random = new Random(410_823);
        var hits = 0;
        for (var i = 0; i < 20_000; i++) {
            var longitude = box.getMinX() + random.nextDouble() * box.getWidth();
            var latitude = box.getMinY() + random.nextDouble() * box.getHeight();
            var point = Geometries.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(longitude, latitude));
            var placement = territory.locate(longitude, latitude);
            assertThat(placement.kind() == Kind.IN_GRID).isEqualTo(area.covers(point));
            if (placement.grid() != null) {
                hits++;
                var code = placement.grid().code();
                assertThat(PLAN.grids().stream().filter(grid -> grid.boundary().covers(point)))
                        .extracting(CountyPlan.GridRow::code).containsExactly(code);
            }
        }
        assertThat(hits).isGreaterThan(15_000);
    }

    @Test
    void bordersAreIrregularAndLeaveNothingBetween() {
        assertThat(PLAN.grids()).allMatch(grid -> grid.boundary().getNumPoints() > 8 && !grid.boundary().isRectangle());
        var area = UnaryUnionOp.union(PLAN.grids().stream().map(CountyPlan.GridRow::boundary).toList());
        assertThat(area.getGeometryType()).isEqualTo("Polygon");
        assertThat(area.getArea()).isEqualTo(
                PLAN.grids().stream().map(CountyPlan.GridRow::boundary).mapToDouble(Geometry::getArea).sum(),
                org.assertj.core.api.Assertions.within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-county", "whole-county"})
    void hasEveryDepartmentThatTheDecisionTableNames(String county) throws IOException {
        var codes = new CountyFiles(new DefaultResourceLoader()).read("classpath:" + county + "/").departments()
                .stream().map(CountyPlan.DepartmentRow::code).collect(toSet());
        var named = Pattern.compile("\"([a-z]+[A-Z][A-Za-z]+|housing|education|health)\"")
                .matcher(Files.readString(Path.of("processes/routeCase.dmn"))).results()
                .map(match -> match.group(1)).filter(code -> !code.startsWith("routeCase") && !code.equals("ruleCode")
                        && !code.equals("coHandlers"))
                .collect(toSet());
        assertThat(named).hasSizeGreaterThanOrEqualTo(8).isSubsetOf(codes);
    }

    @Test
    void theFilesAreWhatTheSeedSays() throws IOException {
        for (var file : WholeCounty.files().entrySet()) {
            assertThat(Files.readString(WholeCounty.FOLDER.resolve(file.getKey()))).as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }
}
