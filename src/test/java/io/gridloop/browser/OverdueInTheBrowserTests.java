package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of what is late in a real browser; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "gridloop.operate-url=http://127.0.0.1:8081/operate", "camunda.client.worker.defaults.enabled=false",
        "gridloop.process.reconciler.enabled=false", "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class OverdueInTheBrowserTests {

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void aSupervisorSeesWhatIsLate() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                tell(browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")).newPage());
            }
        }
    }

    private void tell(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/overdue");
        page.locator("input[name=username]").fill("dengjianshe");
        page.locator("input[name=password]").fill("gridloop");
        page.locator("button[type=submit]").click();
        page.navigate("http://127.0.0.1:" + port + "/overdue");
        assertThat(page.locator("main")).containsText("现在没有超期的案件");
        for (int hours : new int[]{2, 30, 100}) {
            long caseId = walk.beingHandled();
            walk.superviseOverdue(caseId);
            jdbc.sql("update grid_case set due_at = now() - make_interval(hours => ?) where id = ?")
                    .params(hours, caseId).update();
        }
        page.reload();
        assertThat(page.locator("li.list-group-item")).hasCount(3);
        assertThat(page.locator("li.list-group-item").first()).containsText("已超时4天4小时");
        Pictures.takeOnPhone(page, "overdue");
        page.setViewportSize(390, 844);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
