package io.gridloop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.jdbc.JdbcTestUtils;

/** Loads copies of the sample county with one thing wrong, always from an empty database. */
@TerritoryTest
class CountyLoaderTests {

    @TempDir
    Path folder;

    @Autowired
    CountyLoader loader;

    @Autowired
    Territory territory;

    @Autowired
    StoppedClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void copyTheSampleCounty() throws IOException {
        Emptying.of(jdbc);
        clock.set(LocalDate.of(2026, 11, 23));
        try (var files = Files.list(Path.of("src/main/resources/sample-county"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void announcesEverybodyWhoJoins(@Autowired ApplicationEvents events) {
        assertThat(load()).isEqualTo(68);
        assertThat(events.stream(StaffJoined.class)).hasSize(68).extracting(StaffJoined::login)
                .contains("wangchunsheng").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            staff.csv      | G0101,urbanManagement | G0101,finance       | staff.csv, line 5: unknown department finance
            staff.csv      | LEADER,G0101          | LEADER,G9999        | staff.csv, line 3: unknown grid G9999
            staff.csv      | LEADER,G0101          | PART_TIME,G0101     | grids.geojson, line 5 (feature 1): the grid G0101 has 0 LEADER, not 1
            staff.csv      | FULL_TIME,G0101       | LEADER,G0101        | grids.geojson, line 5 (feature 1): the grid G0101 has 2 LEADER, not 1
            staff.csv      | lilijuan,             | wangchunsheng,      | staff.csv, line 4: the login wangchunsheng is already in staff.csv, line 3
            staff.csv      | lilijuan,             | LiLijuan,           | staff.csv, line 4: the login LiLijuan is not made of
            staff.csv      | LEADER,G0101          | CHIEF,G0101         | staff.csv, line 3: unknown role CHIEF
            staff.csv      | LEADER,G0101          | LEADER,             | staff.csv, line 3: a LEADER needs a grid
            staff.csv      | COMMUNITY,,,C01       | COMMUNITY,,,C99     | staff.csv, line 63: unknown community C99
            staff.csv      | COMMUNITY,,,C01       | STREET,,,C01        | staff.csv, line 63: a STREET needs a street
            staff.csv      | STREET,,,,S01         | STREET,,,,S09       | staff.csv, line 67: unknown street S09
            staff.csv      | DESIGNER,,,,          | DESIGNER,,,C01,     | staff.csv, line 69: a DESIGNER has no community
            staff.csv      | DISPATCHER,           | ADMIN,              | staff.csv: the county has no DISPATCHER
            staff.csv      | 李丽娟                 | ''                  | staff.csv, line 4: the column name is missing or empty
            staff.csv      | login,name            | account,name        | staff.csv, line 3: the column login is missing or empty
            staff.csv      | 王春生                 | "王春生              | staff.csv: is no CSV
            departments.csv | housing,             | urbanManagement,    | departments.csv, line 4: the department urbanManagement is already in departments.csv, line 3
            posts.csv      | G0101,patrol          | G0101,guard         | posts.csv, line 3: unknown post guard
            posts.csv      | G0101,patrol          | G0102,patrol        | posts.csv, line 3: lilijuan does not work in the grid G0102
            posts.csv      | patrol,lilijuan       | patrol,nobody       | posts.csv, line 3: unknown login nobody
            posts.csv      | G0101,mediation       | G0101,patrol        | posts.csv, line 4: the post G0101 patrol is already in posts.csv, line 3
            standins.csv   | 2026-12-11            | 2026-12-01          | standins.csv, line 3: the last day is before the first
            standins.csv   | 2026-12-11            | 2026-13-01          | standins.csv, line 3: a day is not written as 2026-12-31
            standins.csv   | chenmingliang         | wangchunsheng       | standins.csv, line 3: nobody stands in for oneself
            grids.geojson  | "code": "G0102"       | "code": "G0101"     | grids.geojson, line 6 (feature 2): the grid G0101 is already in grids.geojson, line 5 (feature 1)
            grids.geojson  | "code": "G0102"       | "code": ""          | grids.geojson, line 6 (feature 2): the property code is missing or empty
            grids.geojson  | 113.373489, 35.102532 | 35.102532, 113.373489 | grids.geojson, line 5 (feature 1): a position is not on earth, perhaps latitude stands before longitude
            grids.geojson  | 113.376135, 35.102888 | 113.376135, 35.092888 | grids.geojson, line 6 (feature 2): the grids G0101 and G0102 overlap
            grids.geojson  | 113.373681, 35.114102 | 113.273681, 35.114102 | grids.geojson, line 5 (feature 1): the grid G0101 reaches beyond the county
            grids.geojson  | "Polygon"             | "Point"             | grids.geojson, line 5 (feature 1): the geometry is no Polygon and no MultiPolygon
            grids.geojson  | "features": [         | "features": [,      | grids.geojson, line 4: is no JSON
            grids.geojson  | "community": "青禾社区" | "community": "他处"  | grids.geojson, line 6 (feature 2): the community C01 has another name or street before
            staff.csv      | ADMIN,                | DESIGNER,           | staff.csv: the county has no ADMIN
            county.geojson | "features"            | "parts"             | county.geojson: has 0 features, not 1
            """)
    void refusesACountyWithOneMistakeAndSaysWhere(String file, String good, String bad, String problem)
            throws IOException {
        replaceFirst(file, good, bad);
        assertRefused(problem);
    }

    @Test
    void refusesAGapThatTwoGridsOfACommunityLeaveBetweenThem() throws IOException {
        replaceFirst("grids.geojson", "[113.380609, 35.102521]", "[113.380609, 35.103521]");
        assertRefused("grids.geojson, line 5 (feature 1): the community C01 has a gap near 113.380");
    }

    @Test
    void refusesACommunityWhosePartsNearlyTouch() throws IOException {
        var file = folder.resolve("grids.geojson");
        var lines = Files.readAllLines(file);
        // The grid in the south moves 50 metres away from the other two of its community.
        lines.set(6, Pattern.compile("35\\.0(\\d+)").matcher(lines.get(6)).replaceAll(
                latitude -> "%.6f".formatted(Double.parseDouble(latitude.group()) - 0.0005)));
        Files.write(file, lines);
        assertRefused("the community C01 has a gap near");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        var file = folder.resolve("staff.csv");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GB18030")));
        assertRefused("staff.csv: is not UTF-8");
    }

    @Test
    void refusesAFolderWithoutAFile() throws IOException {
        Files.delete(folder.resolve("posts.csv"));
        assertRefused("posts.csv: cannot be read from file:");
    }

    @Test
    void refusesTwoStandInsForOnePersonOnOneDay() throws IOException {
        var file = folder.resolve("standins.csv");
        Files.writeString(file, Files.readString(file) + "chenmingliang,lilijuan,2026-12-11,2026-12-12,培训\n");
        assertRefused(
                "standins.csv, line 4: chenmingliang already has a stand-in on these days in standins.csv, line 3");
    }

    @Test
    void listsAllMistakesAtOnce() throws IOException {
        replaceFirst("staff.csv", "LEADER,G0101", "CHIEF,G0101");
        replaceFirst("posts.csv", "G0101,patrol", "G0101,guard");
        assertThatExceptionOfType(InvalidCounty.class).isThrownBy(this::load)
                .withMessageContaining("unknown role CHIEF").withMessageContaining("unknown post guard");
    }

    @Test
    void whoStandsInForAStandInAnswers() throws IOException {
        standIns("chenmingliang,wangchunsheng,2026-11-23,2026-11-23,x",
                "wangchunsheng,lilijuan,2026-11-01,2026-11-30,x");
        load();
        assertThat(territory.leaderOf("G0102").login()).isEqualTo("lilijuan");
    }

    @Test
    void standInsInACircleChangeNothing() throws IOException {
        standIns("chenmingliang,wangchunsheng,2026-11-23,2026-11-23,x",
                "wangchunsheng,chenmingliang,2026-11-01,2026-11-30,x");
        load();
        assertThat(territory.leaderOf("G0102").login()).isEqualTo("chenmingliang");
    }

    @Test
    void aStandInAnswersForAHandlerToo() throws IOException {
        standIns("lilijuan,zhanglixin,2026-11-23,2026-11-23,x");
        load();
        assertThat(territory.handlerFor("G0101", "community", "patrol", "").login()).isEqualTo("zhanglixin");
        assertThat(territory.person("lilijuan")).get().extracting(Person::name).isEqualTo("李丽娟");
    }

    @Test
    void theMapIsDrawnAnewWhenTheCountyHasChanged() throws IOException {
        load();
        assertThat(territory.locate(113.38, 35.108).kind()).isEqualTo(Placement.Kind.IN_GRID);
        Emptying.of(jdbc);
        replaceFirst("grids.geojson", "第一网格", "新网格");
        load();
        assertThat(territory.locate(113.38, 35.108).grid()).extracting(GridRef::name).isEqualTo("新网格");
    }

    private void standIns(String... lines) throws IOException {
        Files.writeString(folder.resolve("standins.csv"),
                "absent,stand_in,from,to,reason\n" + String.join("\n", lines) + "\n");
    }

    private int load() {
        return loader.load("file:" + folder + "/", "gridloop");
    }

    private void assertRefused(String problem) {
        assertThatExceptionOfType(InvalidCounty.class).isThrownBy(this::load).withMessageContaining(problem);
        for (var table : Emptying.TABLES) {
            assertThat(JdbcTestUtils.countRowsInTable(jdbc, table)).as(table).isZero();
        }
    }

    private void replaceFirst(String file, String good, String bad) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertThat(text).contains(good);
        var at = text.indexOf(good);
        Files.writeString(folder.resolve(file), text.substring(0, at) + bad + text.substring(at + good.length()));
    }
}
