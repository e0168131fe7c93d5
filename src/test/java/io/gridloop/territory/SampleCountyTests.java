package io.gridloop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridloop.territory.Placement.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.context.event.ApplicationEvents;

/** The sample county as it stands in the database after the first start. */
@TerritoryTest
class SampleCountyTests {

    private static final String FILES = "classpath:sample-county/";
    private static final CountyPlan PLAN = new CountyFiles(new DefaultResourceLoader()).read(FILES);

    @Autowired
    Territory territory;

    @Autowired
    CountyLoader loader;

    @Autowired
    StoppedClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void load() {
        clock.set(LocalDate.of(2026, 11, 23));
        Emptying.of(jdbc);
        loader.load(FILES, "gridloop");
    }

    @Test
    void hasTwoStreetsFourCommunitiesAndTwelveGrids() {
        assertThat(territory.grids()).hasSize(12).isSortedAccordingTo(Comparator.comparing(GridRef::code));
        assertThat(territory.grids()).extracting(GridRef::street).containsOnly("木城街道", "龙源街道");
        assertThat(territory.grids()).extracting(GridRef::community).hasSize(12)
                .containsOnly("青禾社区", "柳岸社区", "云庭社区", "麦香社区");
        assertThat(territory.grid("G0101")).get().extracting(GridRef::label).isEqualTo("木城街道 青禾社区 第一网格");
        assertThat(territory.grid("G9999")).isEmpty();
    }

    @Test
    void hasTheEightDepartmentsOfTheDecisionTable() {
        assertThat(territory.departments()).extracting(Department::code).containsExactly("urbanManagement", "housing",
                "marketRegulation", "publicSecurity", "humanResources", "education", "health", "civilAffairs");
        assertThat(territory.department("housing")).get().extracting(Department::name).isEqualTo("住房和城乡建设局");
        assertThat(territory.department("finance")).isEmpty();
    }

    @Test
    void bordersAreIrregularAndSharedToTheLastDigit() {
        assertThat(PLAN.grids()).allMatch(grid -> grid.boundary().getNumPoints() > 8 && !grid.boundary().isRectangle());
        var union = PLAN.grids().stream().map(CountyPlan.GridRow::boundary).reduce((one, other) -> one.union(other))
                .orElseThrow();
        assertThat(union.getGeometryType()).isEqualTo("Polygon");
        assertThat(union.getNumPoints()).isLessThan(corners().toArray().length);
        assertThat(((Polygon) union).getNumInteriorRing()).isZero();
    }

    @Test
    void everyCornerBelongsToTheSmallestGridThatHasIt() {
        corners().forEach(corner -> {
            var smallest = PLAN.grids().stream()
                    .filter(grid -> List.of(grid.boundary().getCoordinates()).contains(corner))
                    .map(CountyPlan.GridRow::code).min(Comparator.naturalOrder()).orElseThrow();
            assertThat(territory.locate(corner.x, corner.y).grid()).extracting(GridRef::code).isEqualTo(smallest);
        });
    }

    @Test
    void noPointBetweenTheGridsIsLost() {
        var random = new Random(42);
        for (var i = 0; i < 20_000; i++) {
            // A box that the twelve grids cover wholly.
            var placement = territory.locate(113.380 + random.nextDouble() * 0.040,
                    35.090 + random.nextDouble() * 0.018);
            assertThat(placement.kind()).isEqualTo(Kind.IN_GRID);
        }
    }

    @ParameterizedTest
    @CsvSource({"113.33, 35.10, IN_COUNTY", "113.40, 35.14, IN_COUNTY", "113.60, 35.10, OUTSIDE",
            "116.40, 39.90, OUTSIDE", "35.10, 113.40, OUTSIDE", "NaN, 35.1, OUTSIDE", "113.4, Infinity, OUTSIDE"})
    void pointsInNoGridAreTheCountysOrNobodys(double longitude, double latitude, Kind kind) {
        assertThat(territory.locate(longitude, latitude).kind()).isEqualTo(kind);
    }

    @Test
    void everyGridHasALeaderAndAFullTimeWorkerAndOneToThreePartTimeWorkers() {
        for (var grid : territory.grids()) {
            assertThat(territory.leaderOf(grid.code())).satisfies(leader -> {
                assertThat(leader.role()).isEqualTo(StaffRole.LEADER);
                assertThat(leader.unit()).isEqualTo(grid.label());
            });
            assertThat(territory.people()).filteredOn(person -> person.unit().startsWith(grid.label()))
                    .filteredOn(person -> person.role() == StaffRole.PART_TIME).hasSizeBetween(1, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPostOfEveryGridIsHeldInTheGrid(Post post) {
        for (var grid : territory.grids()) {
            assertThat(territory.handlerFor(grid.code(), "community", post.code(), "").unit()).startsWith(grid.label());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense"})
    void withoutAPostTheFullTimeWorkerHandles(String post) {
        assertThat(territory.handlerFor("G0101", "community", post, "").role()).isEqualTo(StaffRole.FULL_TIME);
    }

    @Test
    void aDepartmentsCaseGoesToItsPartTimeWorkerInTheGridElseToItsOwnHandler() {
        assertThat(territory.handlerFor("G0101", "department", "", "urbanManagement"))
                .isEqualTo(new Person("zhanglixin", "张立新", StaffRole.PART_TIME, "木城街道 青禾社区 第一网格（城市管理局派驻）"));
        assertThat(territory.handlerFor("G0101", "department", "", "civilAffairs"))
                .isEqualTo(new Person("tangwenjing", "唐文静", StaffRole.DEPARTMENT, "民政局"));
    }

    @Test
    void refusesWhatIsNotKnown() {
        assertThatIllegalArgumentException().isThrownBy(() -> territory.leaderOf("G9999"));
        assertThatIllegalArgumentException().isThrownBy(() -> territory.handlerFor("G9999", "community", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> territory.handlerFor("G0101", "planet", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> territory.handlerFor("G0101", "department", "", "x"));
    }

    @Test
    void theCountysCentreHasItsPeople() {
        assertThat(Stream.of(territory.intakeOfficer(), territory.dispatcher(), territory.supervisor()))
                .extracting(Person::role).containsExactly(StaffRole.INTAKE, StaffRole.DISPATCHER, StaffRole.SUPERVISOR);
        assertThat(territory.supervisor().unit()).isEqualTo("武陟县社会治理服务中心（样例）");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-06T15:59:59Z, chenmingliang", "2026-12-06T16:00:00Z, wangchunsheng",
            "2026-12-11T15:59:59Z, wangchunsheng", "2026-12-11T16:00:00Z, chenmingliang"})
    void theStandInLeadsFromTheFirstMidnightToTheLastInTheCountysTime(Instant now, String leader) {
        clock.set(now);
        assertThat(territory.leaderOf("G0102").login()).isEqualTo(leader);
    }

    @Test
    void everybodyCanLogInWithTheSamplePassword() {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        assertThat(territory.people()).hasSize(68).doesNotHaveDuplicates()
                .extracting(person -> territory.login(person.login()).map(StaffLogin::passwordHash)).doesNotContain(
                        Optional.empty());
        var hash = territory.login("wangchunsheng").orElseThrow().passwordHash();
        assertThat(hash).startsWith("{bcrypt}");
        assertThat(encoder.matches("gridloop", hash)).isTrue();
        assertThat(territory.login("nobody")).isEmpty();
    }

    @Test
    void communitiesAndStreetsHaveAnAdministrator() {
        assertThat(territory.person("luoxiaolan")).get().extracting(Person::unit).isEqualTo("木城街道 青禾社区");
        assertThat(territory.person("jianghongmei")).get().extracting(Person::unit).isEqualTo("龙源街道");
        assertThat(territory.person("yuchengfeng")).get().extracting(Person::unit).isEqualTo("武陟县社会治理服务中心（样例）");
    }

    @Test
    void aSecondStartLoadsNothing(@Autowired ApplicationEvents events) {
        events.clear();
        assertThat(loader.load(FILES, "other")).isZero();
        assertThat(events.stream(StaffJoined.class)).isEmpty();
        assertThat(territory.people()).hasSize(68);
    }

    private static Stream<Coordinate> corners() {
        return PLAN.grids().stream().map(CountyPlan.GridRow::boundary)
                .flatMap(boundary -> Stream.of(boundary.getCoordinates()));
    }
}
