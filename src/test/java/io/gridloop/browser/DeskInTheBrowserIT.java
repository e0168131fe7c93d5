package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.gridloop.browser.Webapps.choose;
import static io.gridloop.browser.Webapps.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.gridloop.GridloopApplication;
import io.gridloop.PostgresForTests;
import io.gridloop.bridge.ProcessTest;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The desk on a phone and Tasklist side by side on the real platform, as people see them. */
@ProcessTest
@SpringBootTest(classes = GridloopApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true", "gridloop.process.reconciler.enabled=false"})
@Import(PostgresForTests.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("webapps")
class DeskInTheBrowserIT {

    private static final String LEADER = "wangchunsheng";
    private static final String WORKER = "lilijuan";
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);

    @Autowired
    Reporting reporting;

    @Autowired
    CasePages pages;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Playwright playwright;
    private Browser browser;
    private Webapps webapps;

    @DynamicPropertySource
    static void tasklistAccounts(DynamicPropertyRegistry properties) {
        properties.add("gridloop.process.accounts.kind", () -> "opensearch");
        properties.add("gridloop.process.accounts.opensearch-url",
                () -> SharedPlatform.get().settings().url(PortUse.OPENSEARCH));
    }

    @BeforeAll
    void launch() {
        playwright = Browsers.playwright();
        var launched = Browsers.launch(playwright);
        assumeTrue(launched.isPresent(), "no browser on this machine");
        browser = launched.get();
        webapps = new Webapps(browser, SharedPlatform.get().settings().url(PortUse.WEBAPPS));
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    /** One case: accepted at the desk (gone in Tasklist), handled in Tasklist (gone at the desk), verified on a phone. */
    @Test
    void whatIsDoneOnOneSideIsGoneOnTheOther() {
        var number = aReport();
        Page leader = desk(LEADER, 390);
        assertThat(leader.locator("#desk")).containsText(number, SOON);
        Page tasklist = webapps.tasklist(LEADER);
        tasklist.getByText("受理案件", new Page.GetByTextOptions().setExact(true)).first().waitFor();

        work(leader, number, "受理", "社区");
        long sent = System.nanoTime();
        assertThat(leader.locator("#taken")).containsText("流程已经继续", SOON);
        say("desk: answer taken by the engine after", sent);
        gone(tasklist.getByText("受理案件", new Page.GetByTextOptions().setExact(true)));
        say("desk: gone in Tasklist's open page after", sent);

        Page worker = desk(WORKER, 390);
        assertThat(worker.locator("#desk")).containsText(number, SOON);
        Pictures.phone(worker, "desk-handler");
        Page other = webapps.tasklist(WORKER);
        Webapps.openTask(other, "办理案件");
        choose(other, "已办理");
        other.locator(".fjs-form textarea").first().fill("已清运垃圾并冲洗路面，现场已恢复整洁。");
        complete(other);
        long done = System.nanoTime();
        gone(worker.locator(".task").filter(new Locator.FilterOptions().setHasText(number)));
        say("Tasklist: gone on the open desk after", done);

        leader.navigate(address("/desk"));
        assertThat(leader.locator("#desk")).containsText("核查案件", SOON);
        work(leader, number, "通过");
        assertThat(awaitCase(number, CaseState.CLOSED).history()).anySatisfy(entry -> {
            assertThat(entry.element()).isEqualTo("Task_CheckHandling");
            assertThat(entry.actorName()).contains("李丽娟");
        });
    }

    @Test
    void theWrongPersonIsSentBack() {
        var number = aReport();
        Page stranger = webapps.tasklist(WORKER);
        stranger.getByText("受理案件", new Page.GetByTextOptions().setExact(true)).first().click();
        press(stranger, "Unassign");
        press(stranger, "Assign to me");
        stranger.locator(".fjs-form").waitFor();
        choose(stranger, "受理");
        choose(stranger, "社区");
        complete(stranger);

        Page leader = desk(LEADER, 390);
        assertThat(leader.locator("#desk")).containsText("退回，请改正", SOON);
        open(leader, number);
        assertThat(leader.locator("#form")).containsText("此任务应由王春生办理，李丽娟提交的结果未采纳，请重新办理。");
        Pictures.phone(leader, "desk-sent-back");
        assertThat(pages.byNumber(number).orElseThrow().state()).isEqualTo(CaseState.ACCEPTING);

        choose(leader, "不予受理");
        leader.locator(".fjs-form-field-select input").first().click();
        leader.locator(".fjs-dropdownlist-item").first().click();
        leader.locator(".fjs-form textarea").first().fill("请到信访窗口办理，本网格无权处理。");
        leader.locator("#send").click();
        awaitCase(number, CaseState.CLOSED);
    }

    private void work(Page desk, String number, String... options) {
        open(desk, number);
        for (var option : options) {
            choose(desk, option);
        }
        desk.locator("#send").click();
        assertThat(desk.locator("#taken")).containsText("已提交");
    }

    private void open(Page desk, String number) {
        desk.locator(".task").filter(new Locator.FilterOptions().setHasText(number)).click();
        desk.locator(".fjs-form").waitFor();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private static void gone(Locator locator) {
        locator.first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(40_000));
    }

    private static void say(String what, long since) {
        System.out.printf("%s %d ms%n", what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    private Page desk(String login, int width) {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 844))
                .newPage();
        page.navigate(address("/login"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("gridloop");
        page.locator("#main button[type=submit]").click();
        page.waitForURL("**/desk*");
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private String aReport() {
        return reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.PATROL, null, "01-02", null,
                "小区门口堆了很多垃圾，无人清理。", "G0101", null, null, null, null, null, WORKER, null, clock.instant()))
                .caseNumber();
    }

    private CaseView awaitCase(String number, CaseState state) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> pages.byNumber(number).orElseThrow(),
                it -> it.state() == state);
    }
}
