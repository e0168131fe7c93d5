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
            staff.csv      | G0101,urbanManagement | G0101,finance       | staff.csv 第5行：没有部门 finance
            staff.csv      | LEADER,G0101          | LEADER,G9999        | staff.csv 第3行：没有网格 G9999
            staff.csv      | LEADER,G0101          | PART_TIME,G0101     | grids.geojson 第5行（第1个图形）：网格 G0101 有0名 LEADER，应为1名
            staff.csv      | FULL_TIME,G0101       | LEADER,G0101        | grids.geojson 第5行（第1个图形）：网格 G0101 有2名 LEADER，应为1名
            staff.csv      | lilijuan,             | wangchunsheng,      | staff.csv 第4行：登录名 wangchunsheng 已在 staff.csv 第3行 出现过
            staff.csv      | lilijuan,             | LiLijuan,           | staff.csv 第4行：登录名 LiLijuan 只能由
            staff.csv      | LEADER,G0101          | CHIEF,G0101         | staff.csv 第3行：没有角色 CHIEF
            staff.csv      | LEADER,G0101          | LEADER,             | staff.csv 第3行：LEADER 须填写网格
            staff.csv      | COMMUNITY,,,C01       | COMMUNITY,,,C99     | staff.csv 第63行：没有社区 C99
            staff.csv      | COMMUNITY,,,C01       | STREET,,,C01        | staff.csv 第63行：STREET 须填写街道
            staff.csv      | STREET,,,,S01         | STREET,,,,S09       | staff.csv 第67行：没有街道 S09
            staff.csv      | DESIGNER,,,,          | DESIGNER,,,C01,     | staff.csv 第69行：DESIGNER 不应填写社区
            staff.csv      | DISPATCHER,           | ADMIN,              | staff.csv：全县没有 DISPATCHER
            staff.csv      | 李丽娟                 | ''                  | staff.csv 第4行：缺少“name”列，或者它是空的
            staff.csv      | login,name            | account,name        | staff.csv 第3行：缺少“login”列，或者它是空的
            staff.csv      | 王春生                 | "王春生              | staff.csv：不是合格的 CSV
            departments.csv | housing,             | urbanManagement,    | departments.csv 第4行：部门 urbanManagement 已在 departments.csv 第3行 出现过
            posts.csv      | G0101,patrol          | G0101,guard         | posts.csv 第3行：没有岗位 guard
            posts.csv      | G0101,patrol          | G0102,patrol        | posts.csv 第3行：lilijuan 不在网格 G0102 工作
            posts.csv      | patrol,lilijuan       | patrol,nobody       | posts.csv 第3行：没有登录名 nobody
            posts.csv      | G0101,mediation       | G0101,patrol        | posts.csv 第4行：岗位 G0101 patrol 已在 posts.csv 第3行 出现过
            standins.csv   | 2026-12-11            | 2026-12-01          | standins.csv 第3行：结束日期早于开始日期
            standins.csv   | 2026-12-11            | 2026-13-01          | standins.csv 第3行：日期应写成 2026-12-31 的样子
            standins.csv   | chenmingliang         | wangchunsheng       | standins.csv 第3行：代理人不能是本人
            grids.geojson  | "code": "G0102"       | "code": "G0101"     | grids.geojson 第6行（第2个图形）：网格 G0101 已在 grids.geojson 第5行（第1个图形） 出现过
            grids.geojson  | "code": "G0102"       | "code": ""          | grids.geojson 第6行（第2个图形）：缺少“code”属性，或者它是空的
            grids.geojson  | 113.373489, 35.102532 | 35.102532, 113.373489 | grids.geojson 第5行（第1个图形）：坐标不在地球上，可能纬度写在了经度前面
            grids.geojson  | 113.376135, 35.102888 | 113.376135, 35.092888 | grids.geojson 第6行（第2个图形）：网格 G0101 与 G0102 重叠
            grids.geojson  | 113.373681, 35.114102 | 113.273681, 35.114102 | grids.geojson 第5行（第1个图形）：网格 G0101 超出县界
            grids.geojson  | "Polygon"             | "Point"             | grids.geojson 第5行（第1个图形）：图形不是 Polygon 或 MultiPolygon
            grids.geojson  | "features": [         | "features": [,      | grids.geojson 第4行：不是合格的 JSON
            grids.geojson  | "community": "青禾社区" | "community": "他处"  | grids.geojson 第6行（第2个图形）：社区 C01 的名称或所属街道与前面不一致
            staff.csv      | ADMIN,                | DESIGNER,           | staff.csv：全县没有 ADMIN
            county.geojson | "features"            | "parts"             | county.geojson：有0个图形，应为1个
            """)
    void refusesACountyWithOneMistakeAndSaysWhere(String file, String good, String bad, String problem)
            throws IOException {
        replaceFirst(file, good, bad);
        assertRefused(problem);
    }

    @Test
    void refusesAGapThatTwoGridsOfACommunityLeaveBetweenThem() throws IOException {
        replaceFirst("grids.geojson", "[113.380609, 35.102521]", "[113.380609, 35.103521]");
        assertRefused("grids.geojson 第5行（第1个图形）：社区 C01 在 113.380");
    }

    @Test
    void refusesACommunityWhosePartsNearlyTouch() throws IOException {
        var file = folder.resolve("grids.geojson");
        var lines = Files.readAllLines(file);
        // The grid in the south moves 50 metres away from the other two of its community.
        lines.set(6, Pattern.compile("35\\.0(\\d+)").matcher(lines.get(6)).replaceAll(
                latitude -> "%.6f".formatted(Double.parseDouble(latitude.group()) - 0.0005)));
        Files.write(file, lines);
        assertRefused("附近有空隙，旁边是");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        var file = folder.resolve("staff.csv");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GB18030")));
        assertRefused("staff.csv：不是 UTF-8 编码");
    }

    @Test
    void refusesAFolderWithoutAFile() throws IOException {
        Files.delete(folder.resolve("posts.csv"));
        assertRefused("posts.csv：在 file:");
    }

    @Test
    void refusesTwoStandInsForOnePersonOnOneDay() throws IOException {
        var file = folder.resolve("standins.csv");
        Files.writeString(file, Files.readString(file) + "chenmingliang,lilijuan,2026-12-11,2026-12-12,培训\n");
        assertRefused(
                "standins.csv 第4行：chenmingliang 在这些天已有代理人，见 standins.csv 第3行");
    }

    @Test
    void listsAllMistakesAtOnce() throws IOException {
        replaceFirst("staff.csv", "LEADER,G0101", "CHIEF,G0101");
        replaceFirst("posts.csv", "G0101,patrol", "G0101,guard");
        assertThatExceptionOfType(InvalidCounty.class).isThrownBy(this::load)
                .withMessageContaining("没有角色 CHIEF").withMessageContaining("没有岗位 guard");
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
