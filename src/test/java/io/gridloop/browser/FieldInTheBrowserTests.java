package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A full-time worker out in the grid G0101, on a phone that knows where it is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
class FieldInTheBrowserTests {

    private static final double LONGITUDE = 113.38;
    private static final double LATITUDE = 35.108;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void filesAMatterHandledOnTheSpotInTwoTaps() {
        onAPhone(page -> {
            page.navigate(at("/desk/on-the-spot"));
            page.locator("label[for='usual-01-02']").click();
            page.locator("form#send button[type=submit]").click();
            assertThat(page.locator("main")).containsText("已登记，案件编号");
        });
        assertThat(jdbc.sql("select on_spot_result from grid_case where reported_by = 'lilijuan'").query(String.class)
                .list()).containsExactly("已当场清理干净");
    }

    @Test
    void findsTheNearestCaseByThePositionOfThePhone() {
        long caseId = walk.beingHandled();
        jdbc.sql("update grid_case set longitude = ?, latitude = ? where id = ?")
                .params(LONGITUDE, LATITUDE + .001, caseId).update();
        onAPhone(page -> {
            page.navigate(at("/desk/near"));
            page.locator("[data-near]").click();
            page.waitForURL("**longitude=113.380000&latitude=35.108000");
            assertThat(page.locator(".task").first()).containsText("111 米");
        });
    }

    @Test
    void notesAPatrolAndHandsItInBeforeItEnds() {
        onAPhone(page -> {
            page.navigate(at("/desk/patrol"));
            page.locator("form[action$='/start'] button").click();
            assertThat(page.locator("[data-patrol-said]")).containsText("已记");
            page.locator("#stop button").click();
            assertThat(page.locator("form[action$='/start'] button")).isVisible();
        });
        assertThat(jdbc.sql("select count(*) from patrol_point where longitude = ? and latitude = ?")
                .params(LONGITUDE, LATITUDE).query(Integer.class).single()).isEqualTo(1);
    }

    private void onAPhone(Consumer<Page> story) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get();
                    var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                            .setViewportSize(390, 844).setGeolocation(LATITUDE, LONGITUDE)
                            .setPermissions(List.of("geolocation")))) {
                var page = context.newPage();
                page.navigate(at("/login"));
                page.locator("input[name=username]").fill("lilijuan");
                page.locator("input[name=password]").fill("gridloop");
                page.locator("#main button[type=submit]").click();
                page.waitForURL("**/desk*");
                story.accept(page);
            }
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
