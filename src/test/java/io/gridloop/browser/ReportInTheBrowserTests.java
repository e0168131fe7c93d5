package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A resident scans a sign and reports in three steps on a phone, with and without script; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class ReportInTheBrowserTests {

    /** Texts below 17 px, and controls below 44 px, on what is shown; a link within a sentence may be smaller. */
    private static final String TOO_SMALL = """
            () => {
              const seen = element => element.checkVisibility() && !element.closest('.skip-link, .visually-hidden');
              const small = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (texts.currentNode.data.trim() && seen(element) && parseFloat(getComputedStyle(element).fontSize) < 17) {
                  small.push('text ' + texts.currentNode.data.trim());
                }
              }
              document.querySelectorAll('.btn, .form-control, .form-select, .choice, .site-nav a, summary').forEach(element => {
                if (seen(element) && element.getBoundingClientRect().height < 44) {
                  small.push('control ' + element.textContent.trim());
                }
              });
              return small;
            }""";

    @Autowired
    CaseWalk walk;

    @LocalServerPort
    int port;

    @Test
    void reportsInThreeStepsAndJoinsACaseCloseBy() {
        var number = walk.view(walk.beingHandled()).caseNumber();
        onPhone(true, page -> {
            page.navigate(address("/g/" + CaseWalk.GRID));
            assertThat(page.locator("main")).containsText("您在 青禾社区 第一网格");
            assertThat(page.locator("#gridCode")).hasValue(CaseWalk.GRID);
            assertThat(page.locator("legend:visible").first()).containsText("第 1 步，共 3 步");
            assertThat(page.locator("#text")).isHidden();
            look(page, "report-step-1");
            press(page, "下一步");
            assertThat(page.locator("[data-heading]:focus")).containsText("第 2 步，共 3 步");
            press(page, "下一步");
            assertThat(page.locator("#text:focus")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#text-problem")).containsText("至少 5 个字");
            look(page, "report-step-2");
            page.locator("#text").fill("楼下的垃圾又堆起来了");
            page.locator("#category").selectOption("01-02");
            page.goBack();
            assertThat(page.locator("#gridCode")).isVisible();
            page.goForward();
            assertThat(page.locator("#text")).hasValue("楼下的垃圾又堆起来了");
            press(page, "下一步");
            assertThat(page.locator("[data-heading]:focus")).containsText("第 3 步，共 3 步");
            assertThat(page.locator(".notice-urgent").first()).containsText("119");
            look(page, "report-step-3");
            press(page, "提交");
            assertThat(page.locator("h1")).hasText("附近已有人反映");
            look(page, "report-nearby");
            press(page, "就是这件事，加入");
            assertThat(page.locator("main")).containsText("已经加入");
            assertThat(page.locator("main")).containsText(number);
            assertThat(page.locator("img.qr")).isVisible();
            look(page, "receipt-joined");
        });
    }

    @Test
    void goesBackToTheStepThatHasAProblem() {
        onPhone(true, page -> {
            page.navigate(address("/report#step-3"));
            assertThat(page.locator("#gridCode")).isVisible();
            press(page, "下一步");
            assertThat(page.locator("#gridCode-problem")).containsText("请选择网格");
            page.locator("#place-address").check();
            page.locator("#address").fill("菜市场东门");
            page.locator("#address").press("Enter");
            page.locator("#text").fill("路灯不亮了");
            press(page, "下一步");
            page.locator("#contact").fill("12345");
            press(page, "提交");
            assertThat(page.locator("[role=alert]")).containsText("请填 11 位手机号");
            assertThat(page.locator("#contact")).isVisible();
            page.locator("#contact").fill("");
            press(page, "上一步");
            assertThat(page.locator("#text")).hasValue("路灯不亮了");
            press(page, "下一步");
            press(page, "提交");
            assertThat(page.locator("main")).containsText("已经收到");
        });
    }

    @Test
    void asksTheQuestionsOfTheChosenCategoryAtOnce() {
        onPhone(true, page -> {
            page.navigate(address("/report?grid=G0103#step-2"));
            page.locator("#text").fill("隔壁老板欠钱一直不还");
            assertThat(page.locator(".questions")).hasCount(0);
            page.locator("#category").selectOption("07-01");
            assertThat(page.locator("[data-questions-said]")).containsText("2 个");
            look(page, "report-questions");
            press(page, "下一步");
            assertThat(page.locator("#answer-07-01-RELATION:focus")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#answer-07-01-RELATION-problem")).containsText("请回答");
            page.locator("#answer-07-01-RELATION").selectOption("neighbour");
            page.locator("#category").selectOption("03-01");
            assertThat(page.locator("#answer-07-01-RELATION")).hasCount(0);
            page.getByLabel("0点到早上6点").check();
            look(page, "report-questions-of-noise");
            page.locator("#category").selectOption("07-01");
            assertThat(page.locator("#answer-07-01-RELATION")).hasValue("neighbour");
            press(page, "下一步");
            press(page, "提交");
            assertThat(page.locator("main")).containsText("已经收到");
            assertThat(page.locator("main")).containsText("双方是什么关系");
            assertThat(page.locator("main")).not().containsText("0点到早上6点");
            look(page, "receipt-with-answers");
        });
    }

    @Test
    void saysThatAMatterBelongsElsewhereAndTakesItFromWhoInsists() {
        onPhone(true, page -> {
            page.navigate(address("/report?grid=G0103#step-2"));
            page.locator("#text").fill("宅基地的事法院已经判了，对方不执行");
            press(page, "下一步");
            press(page, "提交");
            assertThat(page.locator("h1")).hasText("这件事可能不归网格办");
            assertThat(page.locator("a[href='tel:12368']")).isVisible();
            look(page, "report-outside");
            press(page, "我的事情不属于这种情况，继续上报");
            assertThat(page.locator("main")).containsText("已经收到");
        });
    }

    @Test
    void asksWhatIsRequiredAfterTheFirstTryWithoutScript() {
        onPhone(false, page -> {
            page.navigate(address("/report?grid=G0103"));
            page.locator("#text").fill("工地夜里一直在响");
            page.locator("#category").selectOption("03-01");
            page.locator("form#send button[type=submit]").press("Enter");
            assertThat(page.locator("[role=alert]")).containsText("请回答“一般在什么时段吵”");
            assertThat(page.locator("#text")).hasValue("工地夜里一直在响");
            page.getByLabel("0点到早上6点").check();
            page.locator("form#send button[type=submit]").press("Enter");
            assertThat(page.locator("main")).containsText("0点到早上6点");
        });
    }

    @Test
    void isOnePageWithoutScript() {
        onPhone(false, page -> {
            page.navigate(address("/report?grid=G0103"));
            assertThat(page.getByText(Pattern.compile("第 . 步")).first()).isHidden();
            assertThat(page.locator("#gridCode")).isVisible();
            page.locator("#text").fill("绿地里的树倒了一棵");
            page.locator("#category").selectOption("01-07");
            Pictures.phone(page, "report-without-script");
            page.locator("form#send button[type=submit]").press("Enter");
            assertThat(page.locator("main")).containsText("已经收到");
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
                List<String> said = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error") && !message.text().contains("422")) {
                        said.add(message.text());
                    }
                });
                story.accept(page);
                Assertions.assertThat(said).as("what the browser complains of").isEmpty();
            }
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private static void look(Page page, String name) {
        Pictures.phone(page, name);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(390);
        Assertions.assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name).isEmpty();
    }
}
