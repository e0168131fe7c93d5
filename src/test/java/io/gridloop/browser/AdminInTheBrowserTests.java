package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole county, 511 people, administered in a real browser; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "gridloop.territory.files=classpath:whole-county/", "camunda.client.worker.defaults.enabled=false",
        "gridloop.process.reconciler.enabled=false", "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class AdminInTheBrowserTests {

    @Autowired
    CaseWalk walk;

    @LocalServerPort
    int port;

    @Test
    void anAdministratorMovesALeaderAndTakesItBack() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                tell(browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")).newPage());
            }
        }
    }

    private void tell(Page page) {
        walk.waitingForAcceptance();
        walk.waitingForAcceptance();
        page.navigate("http://127.0.0.1:" + port + "/admin");
        page.locator("input[name=username]").fill("caojiayi");
        page.locator("input[name=password]").fill("gridloop");
        page.locator("button[type=submit]").click();
        page.navigate("http://127.0.0.1:" + port + "/admin");
        assertThat(page.locator(".figures")).containsText("114");
        look(page, "admin-overview");

        click(page, AriaRole.LINK, "人员");
        assertThat(page.locator("main")).containsText("共 511 人");
        look(page, "admin-staff");
        page.locator("#role").selectOption("LEADER");
        page.locator("#place").selectOption("C01");
        click(page, AriaRole.BUTTON, "查询");
        page.locator("table a").first().click();
        look(page, "admin-person");

        click(page, AriaRole.LINK, "调动");
        assertThat(page.locator("#grid")).isHidden();
        page.locator("#role").selectOption("LEADER");
        assertThat(page.locator("#grid")).isVisible();
        assertThat(page.locator("#street")).isHidden();
        page.locator("#grid").selectOption("G0102");
        look(page, "admin-transfer");
        click(page, AriaRole.BUTTON, "下一步：看看会变动什么");
        assertThat(page.locator("main")).containsText("这一变动将移交 2 件在办任务");
        look(page, "admin-preview");
        click(page, AriaRole.BUTTON, "确认变动");
        assertThat(page.locator("main")).containsText("已经生效");
        look(page, "admin-changes");
        page.getByText("撤销", new Page.GetByTextOptions().setExact(true)).first().click();
        click(page, AriaRole.BUTTON, "确认变动");
        assertThat(page.locator("main")).containsText("已撤销");

        page.navigate("http://127.0.0.1:" + port + "/admin/departments");
        look(page, "admin-departments");
        page.navigate("http://127.0.0.1:" + port + "/admin/grids/G0101");
        look(page, "admin-grid");
        page.navigate("http://127.0.0.1:" + port + "/admin/change/join");
        click(page, AriaRole.BUTTON, "下一步：看看会变动什么");
        assertThat(page.locator("[role=alert]")).containsText("请填写登录名");
        look(page, "admin-join");
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    /** On a phone nothing is wider than the screen. */
    private static void look(Page page, String name) {
        Pictures.takeOnPhone(page, name);
        page.setViewportSize(390, 844);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(390);
        page.setViewportSize(1280, 900);
    }
}
