package io.gridloop.intake.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.intake.IntakeTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntakeTest
class GridMapTests {

    @Autowired
    private MockMvcTester web;

    @Test
    void everybodyGetsTheMapOfACommunity() {
        var answer = get("/report/map/C01.svg");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).startsWith("image/svg+xml");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("max-age=600");
        assertThat(body(answer)).contains("青禾社区的网格", "data-grid=\"G0101\"", "第一网格")
                .doesNotContain("<script", "<style", "style=", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report/map/C99.svg", "/report/map/<svg>.svg", "/report/map/C01 .svg",
            "/report/map/c01.svg"})
    void aCommunityThatIsNotThereHasNoMap(String path) {
        var answer = get(path);
        assertThat(answer).hasStatus(404);
        assertThat(body(answer)).doesNotContain("<svg>");
    }

    @Test
    void nothingThatTheVisitorSendsIsInThePicture() {
        assertThat(body(get("/report/map/C01.svg?grid=<b>x</b>&x=13812345678")))
                .isEqualTo(body(get("/report/map/C01.svg")));
    }

    @Test
    void theReportPageOffersTheMapOfEachCommunityBesideTheList() {
        assertThat(body(get("/report"))).contains("href=\"/report/map/C01.svg\"", "木城街道 青禾社区", "id=\"gridCode\"")
                .contains("/js/report-map.js").containsOnlyOnce("在地图上点选网格");
    }

    private MvcTestResult get(String path) {
        return web.get().uri(path).exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
