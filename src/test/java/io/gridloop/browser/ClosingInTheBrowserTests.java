package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An emergency, a merged case and a split one on a phone; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class ClosingInTheBrowserTests {

    @Autowired
    CaseWalk walk;

    @LocalServerPort
    int port;

    @Test
    void namesTheNumberToCallByKeyboardAndWithoutScript() {
        onPhone(false, page -> {
            page.navigate(address("/report"));
            assertThat(page.locator(".danger .call:visible")).hasCount(0);
            page.locator("#line-119").press("Space");
            assertThat(page.locator("#call-119 .call")).hasAttribute("href", "tel:119");
            assertThat(page.locator(".danger .call:visible")).hasCount(1);
            Pictures.phone(page, "report-emergency");
            page.locator("#text").fill("二号楼冒黑烟，有火光。");
            page.locator("#place-address").press("Space");
            page.locator("#address").fill("二号楼");
            page.locator("form#send button[type=submit]").press("Enter");
            assertThat(page.locator("[role=alert]")).containsText("马上拨打 119");
            Pictures.phone(page, "receipt-emergency");
        });
    }

    @Test
    void showsTheReporterOfADuplicateTheCaseThatTreatsTheirMatter() {
        long duplicate = walk.mergedInto(walk.beingHandled());
        onPhone(true, page -> {
            page.navigate(address("/receipt/" + walk.receiptCode(duplicate)));
            assertThat(page.locator("main")).containsText("合并到的案件");
            look(page, "receipt-duplicate");
        });
    }

    @Test
    void splitsACase() {
        var number = walk.view(walk.beingHandled()).caseNumber();
        onPhone(true, page -> {
            page.navigate(address("/cases/" + number));
            page.locator("input[name=username]").fill("wangchunsheng");
            page.locator("input[name=password]").fill("gridloop");
            page.locator("button[type=submit]").click();
            page.navigate(address("/cases/" + number));
            page.locator("#text-1").fill("清运一号楼旁的垃圾");
            page.locator("#category-1").selectOption("01-02");
            page.locator("#text-2").fill("修好一号楼旁的路灯");
            look(page, "case-split");
            page.locator("form[action$='/split'] button[type=submit]").click();
            assertThat(page.locator("#split-problem")).containsText("请选择第2件的类别");
            page.locator("#category-2").selectOption("01-02");
            page.locator("form[action$='/split'] button[type=submit]").click();
            assertThat(page.locator("main")).containsText("拆分出的案件（2 件）");
            look(page, "case-parts");
        });
    }

    private void onPhone(boolean script, Consumer<Page> story) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                        .setViewportSize(390, 844).setJavaScriptEnabled(script)).newPage();
                page.setDefaultTimeout(120_000);
                story.accept(page);
            }
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void look(Page page, String name) {
        Pictures.phone(page, name);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(390);
    }
}
