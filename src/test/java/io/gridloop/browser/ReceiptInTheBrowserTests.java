package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A reporter withdraws one case and rates another on a phone, by keyboard alone; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class ReceiptInTheBrowserTests {

    private static final int MOST_STOPS = 60;
    /** Milliseconds; the first page of a busy machine takes its time. */
    private static final int PATIENCE = 120_000;

    @Autowired
    CaseWalk walk;

    @LocalServerPort
    int port;

    @Test
    void aReporterWithdrawsOneCaseAndHasAnotherTakenUpAgain() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var options = new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(390, 844);
                var page = browser.newContext(options).newPage();
                page.setDefaultTimeout(PATIENCE);
                page.setDefaultNavigationTimeout(PATIENCE);
                var said = new ArrayList<String>();
                page.onConsoleMessage(message -> complaint(message, said));
                withdraw(page);
                rate(page);
                Assertions.assertThat(said).as("what the browser complains of").isEmpty();
            }
        }
    }

    private void withdraw(Page page) {
        open(page, walk.beingHandled());
        look(page, "receipt-open");
        press(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("撤回这件事")), "Enter");
        assertThat(page.locator("h1")).hasText("撤回这件事");
        focus(page, page.locator("#reason"));
        page.keyboard().type("问题已经自己解决了。");
        look(page, "receipt-withdraw");
        press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认撤回")), "Enter");
        assertThat(page.locator("[role=status]")).containsText("已经撤回");
        assertThat(page.locator("main")).containsText("您撤回了这件事，工作人员不再办理。");
        look(page, "receipt-withdrawn");
    }

    private void rate(Page page) {
        open(page, walk.closed());
        focus(page, page.locator("#grade"));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("不满意", new Page.GetByLabelOptions().setExact(true))).isChecked();
        press(page, page.locator("#again"), "Space");
        press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价")), "Enter");
        assertThat(page.locator("[role=alert]")).containsText("请选择不满意的原因");
        look(page, "receipt-rating");
        focus(page, page.locator("#reason"));
        page.keyboard().press("ArrowDown");
        press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价")), "Enter");
        assertThat(page.locator("[role=status]")).containsText("重新办理");
        look(page, "receipt-again");
    }

    private void open(Page page, long caseId) {
        page.navigate("http://127.0.0.1:" + port + "/receipt/" + walk.receiptCode(caseId));
    }

    private static void press(Page page, Locator control, String key) {
        focus(page, control);
        page.keyboard().press(key);
    }

    /** As somebody without a mouse gets there. */
    private static void focus(Page page, Locator control) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Boolean.TRUE.equals(control.evaluate("it => it === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Out of reach by keyboard: " + control);
    }

    /** What the page's own answer of 422 makes the browser say is no fault. */
    private static void complaint(ConsoleMessage message, List<String> said) {
        if (message.type().equals("error") && !message.text().contains("422")) {
            said.add(message.text());
        }
    }

    private static void look(Page page, String name) {
        Pictures.phone(page, name);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(390);
    }
}
