package io.gridloop.desk.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.territory.StaffRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class PatrolsTests {

    private static final String WORKER = "lilijuan";
    private static final String OTHER = "yanghongxia";
    private static final String LEADER = "wangchunsheng";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Patrols patrols;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nobodyIsOut() {
        jdbc.sql("delete from patrol").update();
    }

    @Test
    void startsOnceAndStops() {
        assertThat(page(WORKER, StaffRole.FULL_TIME)).bodyText().contains("开始巡查", "还没有巡查记录");
        long id = start();
        assertThat(start()).as("started twice").isEqualTo(id);
        assertThat(page(WORKER, StaffRole.FULL_TIME)).bodyText().contains("正在巡查", "data-running=\"" + id + "\"");
        assertThat(mvc.get().uri("/desk/near").with(as(WORKER, StaffRole.FULL_TIME))).bodyText()
                .contains("data-running=\"" + id + "\"", "/js/desk-patrol.js", "巡查中");
        assertThat(mvc.get().uri("/desk").with(as(OTHER, StaffRole.FULL_TIME))).bodyText()
                .doesNotContain("data-patrol", "巡查中");
        assertThat(post("/stop", WORKER)).hasStatus3xxRedirection();
        assertThat(post("/stop", WORKER)).as("stopped twice").hasStatus3xxRedirection();
        assertThat(patrols.running(WORKER)).isEmpty();
        assertThat(page(WORKER, StaffRole.FULL_TIME)).bodyText().contains("开始巡查", "覆盖率 —");
    }

    @Test
    void aPartTimeWorkerPatrolsTheirOwnGridAlone() {
        var worker = as("zhanglixin", StaffRole.PART_TIME);
        assertThat(mvc.post().uri("/desk/patrol/start").param("gridCode", "G0102").with(worker).with(csrf()))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(mvc.post().uri("/desk/patrol/start").param("gridCode", "G0101").with(worker).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page("zhanglixin", StaffRole.PART_TIME)).bodyText().contains("正在巡查");
        assertThat(page(LEADER, StaffRole.LEADER)).bodyText().contains("张立新", "巡查由网格员开始和结束");
    }

    @Test
    void measuresItsTrackAndShowsItToTheLeaderOfTheGrid() {
        long id = start();
        assertThat(send(id, UUID.randomUUID(), fix(-60, 113.38, 35.107), fix(-40, 113.38, 35.108),
                fix(-20, 113.38, 35.109))).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"taken\":3,\"leftOut\":0}");
        var patrol = patrols.running(WORKER).orElseThrow();
        assertThat(patrol.metres()).isEqualTo(222);
        assertThat(patrol.coverage()).isBetween(.001, .1);
        assertThat(page(LEADER, StaffRole.LEADER)).bodyText().contains("李丽娟", "222 米", "进行中")
                .doesNotContain("结束巡查");
        assertThat(page("chenmingliang", StaffRole.LEADER)).bodyText().doesNotContain("李丽娟");
        assertThat(page(OTHER, StaffRole.FULL_TIME)).bodyText().doesNotContain("李丽娟");
    }

    @Test
    void takesABatchOnce() {
        long id = start();
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(send(id, key, fix(-20, 113.38, 35.107), fix(-10, 116.4, 39.9))).hasStatusOk().bodyJson()
                    .isLenientlyEqualTo("{\"taken\":1,\"leftOut\":1}");
        }
        assertThat(patrols.running(WORKER).orElseThrow().leftOut()).isEqualTo(1);
        assertThat(points(id)).isEqualTo(1);
    }

    @Test
    void leavesOutAndCountsWhatIsFarAwayOrFarOffInTime() {
        long id = start();
        var day = (int) Duration.ofHours(25).toSeconds();
        assertThat(send(id, UUID.randomUUID(), fix(0, 113.38, 35.107), fix(-day, 113.38, 35.107),
                fix(day, 113.38, 35.107), fix(0, 113.0, 35.107))).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"taken\":1,\"leftOut\":3}");
        assertThat(page(WORKER, StaffRole.FULL_TIME)).bodyText().contains("3 个位置不在本县或时间不对");
    }

    @Test
    void takesNothingForAnothersPatrolOrOneThatIsLongOver() {
        long id = start();
        assertThat(mvc.post().uri("/desk/patrol/" + id + "/points").with(as(OTHER, StaffRole.FULL_TIME)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(batch(UUID.randomUUID(), fix(0, 113.38, 35.107))))
                .hasStatus(HttpStatus.NOT_FOUND);
        patrols.stop(WORKER);
        assertThat(send(id, UUID.randomUUID(), fix(-5, 113.38, 35.107))).as("what was left").hasStatusOk();
        jdbc.sql(
                """
                update patrol set started_at = started_at - interval '3 days', ended_at = ended_at - interval '2 days'""")
                .update();
        assertThat(send(id, UUID.randomUUID(), fix(0, 113.38, 35.107))).hasStatus(HttpStatus.CONFLICT);
        assertThat(points(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":\"7b6a4a0e-53a5-4c0c-9a40-6d5d8b2f4c11\"}",
            "{\"key\":\"7b6a4a0e-53a5-4c0c-9a40-6d5d8b2f4c11\",\"points\":[]}",
            "{\"key\":\"7b6a4a0e-53a5-4c0c-9a40-6d5d8b2f4c11\",\"points\":[null]}",
            "{\"key\":\"7b6a4a0e-53a5-4c0c-9a40-6d5d8b2f4c11\",\"points\":[{\"longitude\":113.38,\"latitude\":35.1}]}",
            "{\"points\":[{\"at\":\"2026-11-23T01:00:00Z\",\"longitude\":113.38,\"latitude\":35.1}]}",
            "{\"key\":\"7b6a4a0e-53a5-4c0c-9a40-6d5d8b2f4c11\",\"points\":[{\"at\":\"2026-11-23T01:00:00Z\",\"longitude\":35.1,\"latitude\":113.38}]}"})
    void saysWhatIsWrongWithABatch(String body) {
        long id = start();
        assertThat(points(id, body)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().containsAnyOf("key",
                "points");
        assertThat(points(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "{\"key\":\"x\"}", "{\"points\":[{\"at\":\"gestern\"}]}"})
    void refusesWhatIsNoBatch(String body) {
        assertThat(points(start(), body)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void takesFiveHundredPositionsAtOnceAndNoMore() {
        long id = start();
        var fixes = new String[PatrolBatch.MOST + 1];
        for (int i = 0; i < fixes.length; i++) {
            fixes[i] = fix(-i, 113.38, 35.107);
        }
        assertThat(send(id, UUID.randomUUID(), fixes)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(send(id, UUID.randomUUID(), Arrays.copyOf(fixes, PatrolBatch.MOST))).hasStatusOk();
        assertThat(points(id)).isEqualTo(PatrolBatch.MOST);
    }

    @Test
    void endsByItselfAfterTwelveHours() {
        start();
        jdbc.sql("update patrol set started_at = started_at - interval '13 hours'").update();
        assertThat(page(WORKER, StaffRole.FULL_TIME)).bodyText().contains("没有结束，自动结束", "720 分钟", "开始巡查");
    }

    @Test
    void forgetsATrackAndKeepsItsFigures() {
        long id = start();
        send(id, UUID.randomUUID(), fix(-20, 113.38, 35.107), fix(0, 113.38, 35.108));
        patrols.stop(WORKER);
        jdbc.sql("update patrol set started_at = started_at - interval '89 days'").update();
        patrols.forgetTracks();
        assertThat(points(id)).isEqualTo(2);
        jdbc.sql("update patrol set started_at = started_at - interval '2 days'").update();
        patrols.forgetTracks();
        assertThat(points(id)).isZero();
        assertThat(patrols.seenBy(WORKER)).singleElement().satisfies(it -> assertThat(it.metres()).isEqualTo(111));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G0201", "nowhere"})
    void startsInAGridOfTheWorkerAlone(String grid) {
        assertThat(mvc.post().uri("/desk/patrol/start").param("gridCode", grid).with(as(WORKER, StaffRole.FULL_TIME))
                .with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请选择您的网格");
        assertThat(patrols.running(WORKER)).isEmpty();
    }

    private long start() {
        assertThat(mvc.post().uri("/desk/patrol/start").param("gridCode", "G0101")
                .with(as(WORKER, StaffRole.FULL_TIME)).with(csrf())).hasStatus3xxRedirection();
        return patrols.running(WORKER).orElseThrow().id();
    }

    private MvcTestResult page(String login, StaffRole role) {
        var result = mvc.get().uri("/desk/patrol").with(as(login, role)).exchange();
        assertThat(result).hasStatusOk();
        return result;
    }

    private MvcTestResult post(String path, String login) {
        return mvc.post().uri("/desk/patrol" + path).with(as(login, StaffRole.FULL_TIME)).with(csrf()).exchange();
    }

    private MvcTestResult send(long id, UUID key, String... fixes) {
        return points(id, batch(key, fixes));
    }

    private MvcTestResult points(long id, String body) {
        return mvc.post().uri("/desk/patrol/" + id + "/points").with(as(WORKER, StaffRole.FULL_TIME)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private int points(long id) {
        return jdbc.sql("select count(*) from patrol_point where patrol_id = ?").param(id).query(Integer.class)
                .single();
    }

    private static String batch(UUID key, String... fixes) {
        return "{\"key\":\"" + key + "\",\"points\":[" + String.join(",", fixes) + "]}";
    }

    private String fix(int seconds, double longitude, double latitude) {
        Instant at = clock.instant().plusSeconds(seconds);
        return "{\"at\":\"" + at + "\",\"longitude\":" + longitude + ",\"latitude\":" + latitude + "}";
    }

    private static UserRequestPostProcessor as(String login, StaffRole role) {
        return user(login).roles(role.name());
    }
}
