package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The desk's pages in a real browser, while the engine is away: every form, in Chinese, under the pages' own rules. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
@TestInstance(Lifecycle.PER_CLASS)
class DeskFormsTests {

    private static final String LEADER = "wangchunsheng";

    /** Everything a person may read or hear in a form, but the watermark. */
    private static final String WIDTH = "document.documentElement.scrollWidth";
    private static final String TEXTS = """
            form => Array.from(form.querySelectorAll('*')).filter(e => !e.closest('.fjs-powered-by')).flatMap(e => [
                ...Array.from(e.childNodes).filter(n => n.nodeType === 3).map(n => n.textContent),
                e.getAttribute('placeholder'), e.getAttribute('aria-label'), e.getAttribute('title'), e.getAttribute('alt')
              ]).filter(t => t && t.trim()).join('\\n')""";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void launch() {
        playwright = Browsers.playwright();
        var launched = Browsers.launch(playwright);
        assumeTrue(launched.isPresent(), "no browser on this machine");
        browser = launched.get();
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_ClassifyCase", "Task_AcceptCase", "Task_AssignUnit", "Task_SignForCase",
            "Task_HandleCase", "Task_VerifyCase", "Task_InspectCase", "Task_SuperviseOverdue", "Task_ReplySupervision",
            "Task_ReviewReply", "Task_AssistCase", "Task_ReportIn", "Task_CloseWhistle"})
    void showsEveryFormInChineseAndSaysWhatIsMissing(String element) {
        long key = walk.taskAt(element);
        var page = desk(tasks.find(key).orElseThrow().assignee(), 1280);
        open(page, key);
        page.locator("#send").click();
        assertThat(page.locator("#problem")).isVisible();
        page.locator("#form .fjs-select-display, #form .fjs-select-searchable input, #form .fjs-input-group input")
                .all()
                .stream().findFirst().ifPresent(Locator::click);
        var texts = (String) page.locator("#form").evaluate(TEXTS);
        assertThat(texts.lines().filter(line -> line.matches(".*[A-Za-z]{3,}.*")))
                .as("English in the form of %s", element)
                .allMatch(line -> line.contains("gridloop") || line.contains("WZ2"));
        if (!element.equals("Task_SuperviseOverdue")) {
            assertThat(page.locator("#form .fjs-form-field-error").first()).containsText("请填写或选择此项");
        }
        fitsAPhoneWhateverIsChosen(page);
        assertThat(complaints).isEmpty();
    }

    private static void fitsAPhoneWhateverIsChosen(Page page) {
        page.setViewportSize(390, 844);
        var choices = page.locator("#form input[type=radio]");
        assertThat(page.evaluate(WIDTH)).isEqualTo(390);
        for (var i = 0; i < choices.count(); i++) {
            choices.nth(i).check();
            assertThat(page.evaluate(WIDTH)).as("choice %d", i).isEqualTo(390);
        }
    }

    @Test
    void keepsTheAnswerWhileTheEngineIsAwayAndSaysSo() {
        long key = walk.toAccept();
        var page = desk(LEADER, 390);
        Pictures.phone(page, "desk-list");
        open(page, key);
        choose(page, "当场办结");
        page.locator("#form textarea").fill("好");
        page.locator("#send").click();
        assertThat(page.locator("#form .fjs-form-field-error").first()).containsText("至少5个字");
        page.locator("#form textarea").fill("网格员到场，垃圾已清运并冲洗。");
        page.waitForFunction("() => JSON.stringify(localStorage).includes('冲洗')");

        page.reload();
        assertThat(page.locator("#form textarea")).hasValue("网格员到场，垃圾已清运并冲洗。");
        assertThat(page.locator("#draft")).containsText("已恢复");
        Pictures.phone(page, "desk-task");
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= 390")).isTrue();
        page.locator("#send").click();
        assertThat(page.locator("#taken")).containsText("已提交");
        assertThat(page.locator("#taken")).containsText("流程引擎暂时没有响应",
                new ContainsTextOptions().setTimeout(20_000));
        assertThat(tasks.find(key).orElseThrow().state()).isEqualTo("ANSWERED");
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsTheSecondOfTwoThatTheTaskIsDoneAndLosesNothingWhenTheServerRefuses() {
        long key = walk.toAccept();
        var page = desk(LEADER, 1280);
        open(page, key);
        choose(page, "重复件");
        page.locator("#form input[type=text]").fill("WZ26-000001");
        page.locator("#send").click();
        assertThat(page.locator("#problem")).containsText("原案件编号有误");
        assertThat(page.locator("#form input[type=text]")).hasValue("WZ26-000001");
        tasks.answer(key, LEADER, Map.of("decision", "accept", "handlingLevel", "county"));
        page.locator("#send").click();
        assertThat(page.locator("#problem")).containsText("已经办理");
        assertThat(page.locator("#send")).isHidden();
    }

    @Test
    void putsAUsualPhraseWhereTheCursorWas() {
        var page = desk(LEADER, 390);
        open(page, walk.toAccept());
        choose(page, "当场办结");
        page.locator("#form textarea").click();
        page.locator("summary").filter(new Locator.FilterOptions().setHasText("常用语")).click();
        page.locator("[data-phrase]").first().click();
        assertThat(page.locator("#form textarea")).hasValue("已到现场核实，情况属实，正在处理。");
        page.waitForFunction("() => JSON.stringify(localStorage).includes('情况属实')");
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsANewTaskWithoutBeingAsked() {
        var page = desk(LEADER, 1280);
        long key = walk.toAccept();
        assertThat(page.locator("#desk")).containsText(tasks.find(key).orElseThrow().caseNumber(),
                new ContainsTextOptions().setTimeout(10_000));
        Pictures.take(page, "desk-list");
        assertThat(complaints).isEmpty();
    }

    private Page desk(String login, int width) {
        complaints.clear();
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 844))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("gridloop");
        page.locator("main button[type=submit], #main button[type=submit]").click();
        page.waitForURL("**/desk*");
        return page;
    }

    private void open(Page page, long key) {
        page.navigate("http://127.0.0.1:" + port + "/desk/tasks/" + key);
        page.locator("#form .fjs-form").waitFor();
        Pictures.take(page, "desk-" + tasks.find(key).orElseThrow().form());
    }

    private static void choose(Page page, String option) {
        page.locator("#form label[for]").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + option))).first().click();
    }
}
