package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.process.models.ModelFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The designer's door as designers see it, while the engine is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1",
        "camunda.client.worker.defaults.enabled=false"
})
@Import(PostgresForTests.class)
class DoorInTheBrowserIT {

    private static final String POST = "<outputEntry id=\"LiteralExpression_0102_C_post\">\n          <text>\"%s\"</text>";

    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    Reporting reporting;

    @Autowired
    Clock clock;

    @Test
    void aChangeIsProposedLookedAtAndApprovedByASecondPerson() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                tell(browser);
            }
        }
    }

    private void tell(Browser browser) {
        for (int i = 0; i < 3; i++) {
            reporting.accept(new Report("door-" + i, SourceChannel.PATROL, null, "01-02", null, "小区门口堆了很多垃圾", "G0101",
                    null, null, null, null, null, "lilijuan", null, clock.instant()));
        }
        Page proposer = login(browser, "yuchengfeng");
        upload(proposer, file("routeCase.dmn", "UNIQUE", "FIRST"));
        assertThat(proposer.locator("[data-summary]")).containsText("命中策略应为 UNIQUE");
        takeAndMeasure(proposer, "models-refused");

        upload(proposer, file("routeCase.dmn", POST.formatted("patrol"), POST.formatted("service")),
                file("DispatchCaseProcess.bpmn", "name=\"确定承办单位\"", "name=\"确定由谁承办\""));
        assertThat(proposer.locator("main")).containsText("您是提案人");
        var second = login(browser, "qiuyingying");
        second.navigate(proposer.url());
        assertThat(second.locator(".diagram svg .gl-changed .djs-visual").first()).isVisible();
        assertThat(second.locator(".bjs-powered-by")).isVisible();
        takeAndMeasure(second, "models-proposal");
        second.getByText("批准并部署").click();
        assertThat(second.locator("main")).containsText("正在等引擎接收");
        second.navigate("http://127.0.0.1:" + port + "/models");
        assertThat(second.locator("main")).containsText("引擎还没有收到这一版");
        takeAndMeasure(second, "models");
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** No page may be wider than the phone; the screenshots are for people. */
    private static void takeAndMeasure(Page page, String name) {
        page.setViewportSize(390, 844);
        var wide = page.evaluate("document.documentElement.scrollWidth");
        Pictures.takeOnPhone(page, name);
        assertThat(((Number) wide).intValue()).as(name).isLessThanOrEqualTo(390);
    }

    private Page login(Browser browser, String login) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("422") && !message.text().contains("40")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("gridloop");
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        page.navigate("http://127.0.0.1:" + port + "/models");
        return page;
    }

    private static void upload(Page page, FilePayload... files) {
        page.locator("#files").setInputFiles(files);
        page.locator("#note").fill("暴露垃圾改由便民服务岗办理");
        page.getByText("检查并提交审批").click();
        page.waitForLoadState();
    }

    private static FilePayload file(String name, String from, String to) {
        var text = new String(ModelFiles.shipped().get(name), UTF_8);
        assertThat(text).contains(from);
        return new FilePayload(name, "application/octet-stream", text.replace(from, to).getBytes(UTF_8));
    }
}
