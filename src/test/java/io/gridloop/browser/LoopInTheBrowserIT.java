package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.gridloop.browser.Webapps.choose;
import static io.gridloop.browser.Webapps.complete;
import static io.gridloop.browser.Webapps.openTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.gridloop.GridloopApplication;
import io.gridloop.PostgresForTests;
import io.gridloop.bridge.ProcessTest;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One case through the whole loop, as its people see it: gridloop's pages, Tasklist and Operate in a real browser. */
@ProcessTest
@SpringBootTest(classes = GridloopApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true", "gridloop.process.reconciler.enabled=false"})
@Import(PostgresForTests.class)
@Tag("webapps")
class LoopInTheBrowserIT {

    private static final String LEADER = "wangchunsheng";
    private static final String WORKER = "lilijuan";

    @Autowired
    CamundaProcessTestContext engine;

    @Autowired
    CasePages pages;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void tasklistAccounts(DynamicPropertyRegistry properties) {
        properties.add("gridloop.process.accounts.kind", () -> "opensearch");
        properties.add("gridloop.process.accounts.opensearch-url",
                () -> SharedPlatform.get().settings().url(PortUse.OPENSEARCH));
    }

    @Test
    void aReportIsAcceptedGetsOverdueIsHandledVerifiedAndClosed() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                tell(browser, new Webapps(browser, SharedPlatform.get().settings().url(PortUse.WEBAPPS)));
            }
        }
    }

    private void tell(Browser browser, Webapps webapps) {
        Page receipt = report(browser);
        String number = receipt.locator(".facts .code").nth(1).innerText();

        Page leader = webapps.tasklist(LEADER);
        openTask(leader, "受理案件");
        Pictures.take(leader, "tasklist-list");
        assertThat(leader.locator(".fjs-form")).containsText(number);
        choose(leader, "受理");
        choose(leader, "社区");
        Pictures.take(leader, "tasklist-accept");
        complete(leader);

        letTheDeadlinePass(number);
        Page operate = webapps.operate("DeadlineWatchProcess", version("DeadlineWatchProcess"),
                "Task_SuperviseOverdue");
        seeInOperate(operate);
        Pictures.take(operate, "operate-overdue");

        Page worker = webapps.tasklist(WORKER);
        openTask(worker, "办理案件");
        choose(worker, "已办理");
        worker.locator(".fjs-form textarea").first().fill("已清运垃圾并冲洗路面，现场已恢复整洁。");
        Pictures.take(worker, "tasklist-handle");
        complete(worker);

        openTask(leader, "核查案件");
        choose(leader, "通过");
        complete(leader);
        CaseView closed = await().atMost(Duration.ofSeconds(60))
                .until(() -> pages.byNumber(number).orElseThrow(), it -> it.state() == CaseState.CLOSED);
        assertThat(closed.overdueAt()).isNotNull();
        receipt.reload();
        assertThat(receipt.locator("main")).containsText("已结案");
        Pictures.takeOnPhone(receipt, "page-receipt");
    }

    /** Other tests on the same platform may have deployed other versions before. */
    private int version(String processId) {
        return jdbc.sql("select (versions ->> ?)::int from model_deployment order by id desc limit 1")
                .param(processId).query(Integer.class).single();
    }

    /** Operate does not look again by itself at a list that was empty. */
    private void seeInOperate(Page operate) {
        await().pollInSameThread().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    operate.reload();
                    assertThat(operate.locator("body")).containsText("1 result",
                            new ContainsTextOptions().setTimeout(8_000));
                });
    }

    private Page report(Browser browser) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")).newPage();
        page.navigate("http://127.0.0.1:" + port + "/report");
        Pictures.takeOnPhone(page, "page-report");
        page.locator("#place-grid").check();
        page.locator("#gridCode").selectOption("G0101");
        press(page, "下一步");
        page.locator("#text").fill("单元门口的垃圾堆了三天，天热味道很大，请尽快清理。");
        page.locator("#category").selectOption("01-02");
        press(page, "下一步");
        press(page, "提交");
        sayThatItIsNoneOfThoseCloseBy(page);
        page.waitForURL("**/receipt/**");
        assertThat(page.locator("main")).containsText("已经收到");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    /** Other stories may have left a case of the kind open. */
    private static void sayThatItIsNoneOfThoseCloseBy(Page page) {
        var separate = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("不是同一件，继续提交"));
        separate.or(page.getByText("已经收到。")).first().waitFor();
        if (separate.isVisible()) {
            separate.click();
        }
    }

    private void letTheDeadlinePass(String number) {
        CaseView handling = await().atMost(Duration.ofSeconds(60))
                .until(() -> pages.byNumber(number).orElseThrow(), it -> it.state() == CaseState.HANDLING);
        engine.increaseTime(Duration.between(clock.instant(), handling.dueAt()).plusSeconds(5));
        await().atMost(Duration.ofSeconds(60)).until(() -> pages.byNumber(number).orElseThrow().overdueAt() != null);
    }
}
