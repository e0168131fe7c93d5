package io.gridloop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.territory.StaffRole;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class NearTests {

    private static final String WORKER = "lilijuan";
    private static final String HERE = "?longitude=113.38&latitude=35.108";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void listsTheNearestFirstAndThoseWithoutCoordinatesLast() throws Exception {
        var nowhere = walk.view(walk.beingHandled()).caseNumber();
        var far = at(113.38, 35.111);
        var near = at(113.38, 35.109);
        var page = body(near(WORKER, HERE));
        assertThat(page).contains("111 米", "334 米", "市容环境 · 暴露垃圾", "处置中");
        assertThat(page.indexOf(near)).isPositive().isLessThan(page.indexOf(far));
        assertThat(page.indexOf(far)).isLessThan(page.indexOf(nowhere));
    }

    @Test
    void leavesOutWhatIsClosedFarAwayOrOutOfScope() throws Exception {
        var there = at(113.38, 35.108);
        var away = at(113.46, 35.108);
        long closed = walk.closed();
        place(closed, 113.38, 35.108);
        assertThat(body(near(WORKER, HERE))).contains(there).doesNotContain(away, walk.view(closed).caseNumber());
        assertThat(body(near("chenmingliang", HERE))).doesNotContain(there);
        assertThat(body(near("dengjianshe", HERE))).contains(there);
    }

    @Test
    void listsTheGridWithoutAPosition() throws Exception {
        var number = at(113.38, 35.108);
        assertThat(body(near(WORKER, ""))).contains(number, "按收到时间").doesNotContain(" 米<");
        assertThat(body(near(WORKER, "?grid=G0102"))).doesNotContain(number);
        assertThat(body(near("chenmingliang", "?grid=G0101"))).doesNotContain(number);
        assertThat(body(near("dengjianshe", ""))).contains("没有您看得到的未结案件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?longitude=abc&latitude=35", "?longitude=113.38", "?longitude=NaN&latitude=NaN",
            "?longitude=116.4&latitude=39.9", "?longitude=1e2&latitude=35", "?longitude=113.38&latitude=95"})
    void saysThatAPositionIsNoneAndListsTheGrid(String query) {
        assertThat(near(WORKER, query)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
                .contains("位置须是本县范围内的经度和纬度", "按收到时间");
    }

    private String at(double longitude, double latitude) {
        long caseId = walk.beingHandled();
        place(caseId, longitude, latitude);
        return walk.view(caseId).caseNumber();
    }

    private void place(long caseId, double longitude, double latitude) {
        jdbc.sql("update grid_case set longitude = ?, latitude = ? where id = ?").params(longitude, latitude, caseId)
                .update();
    }

    private MvcTestResult near(String login, String query) {
        return mvc.get().uri("/desk/near" + query).with(user(login).roles(StaffRole.LEADER.name())).exchange();
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
