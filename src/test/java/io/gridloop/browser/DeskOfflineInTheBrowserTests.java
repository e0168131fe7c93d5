package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import io.gridloop.photos.TestPictures;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks that are handled on a phone without a network, and sent when it is back; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class DeskOfflineInTheBrowserTests {

    private static final int PATIENCE = 120_000;
    private static final int MANY = 60;
    private static final int WITH_PHOTO = 3;
    private static final int MOST_TRIES = 1_000;
    private static final long SEED = 20_261_129L;
    private static final String HANDLER = "lilijuan";
    private static final String COLLEAGUE = "zhanglixin";
    private static final String ENTRIES = "[data-queue] > li";
    private static final String SAVE_MANY = """
            async ([keys, each, picture]) => {
              const bytes = Uint8Array.from(atob(picture), c => c.charCodeAt(0)).buffer;
              const tasks = (await deskQueue.tasks()).filter(task => keys.includes(task.key));
              for (let i = 0; i < tasks.length; i++) {
                await deskQueue.save(tasks[i], { decision: 'done', result: '随机断网办理的 ' + tasks[i].caseNumber },
                  i % each === 0 ? [{ name: 'a.jpg', type: 'image/jpeg', kind: 'AFTER_NEAR', bytes: bytes }] : []);
              }
              return tasks.length;
            }""";
    private static final String STATES = """
            () => deskQueue.answers().then(all => all.map(it => it.state))""";

    private final Random random = new Random(SEED);
    private int cutBefore;
    private int cutAfter;

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void handlesATaskWithoutANetworkAndSendsItOnceWhenItIsBack() {
        long task = walk.taskAt("Task_HandleCase");
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = readyToLeave(context);
            context.setOffline(true);
            page.navigate(at("/desk"));
            assertThat(page.locator("h1")).hasText("离线办理");
            Assertions.assertThat(page.evaluate("getComputedStyle(document.body).margin")).as("as it looks always")
                    .isEqualTo("0px");
            answer(page, task, "没有网络时换好了井盖");
            Pictures.phone(page, "desk-offline");
            Assertions.assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .noneMatch(found -> List.of("serious", "critical").contains(found.getImpact()));
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            page.close();
            var again = context.newPage();
            again.navigate(at("/desk/offline"));
            assertThat(again.locator(ENTRIES)).hasCount(1);
            assertThat(again.locator(ENTRIES)).containsText("没有网络时换好了井盖");
            assertThat(again.locator("[data-photos]").last()).containsText("等待发送");
            assertThat(again.locator("[data-tasks] [data-key='" + task + "']")).hasCount(0);
            Assertions.assertThat(tasks.find(task).orElseThrow().open()).isTrue();
            context.setOffline(false);
            assertThat(again.locator("[data-state]")).hasText("已生效");
            Assertions.assertThat(tasks.find(task).orElseThrow().answeredBy()).isEqualTo(HANDLER);
            Assertions.assertThat(notes(task, "离线处理结果。%")).isEqualTo(1);
            Assertions.assertThat(photos(task)).isEqualTo(1);
        });
    }

    @Test
    void saysWhatHappenedMeanwhileAndKeepsTheAnswerAsANote() {
        long task = walk.taskAt("Task_HandleCase");
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = readyToLeave(context);
            context.setOffline(true);
            page.navigate(at("/desk/offline"));
            answer(page, task, "没有网络时清走了垃圾");
            tasks.answer(task, HANDLER, Map.of("decision", "done", "result", "在电脑上写的结果"));
            context.setOffline(false);
            assertThat(page.locator("[data-state]")).hasText("未生效");
            assertThat(page.locator("[data-outcome]")).containsText("“办理案件”已由");
            assertThat(page.locator("[data-outcome]")).containsText("没有丢失");
            Assertions.assertThat(notes(task, "离线处理结果，未生效。%没有网络时清走了垃圾%")).isEqualTo(1);
            Assertions.assertThat(photos(task)).isEqualTo(1);
        });
    }

    @Test
    void waitsForTheRightLogIn() {
        long task = walk.taskAt("Task_HandleCase");
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = readyToLeave(context);
            context.setOffline(true);
            page.navigate(at("/desk/offline"));
            answer(page, task, "等着登录的处理结果");
            context.clearCookies();
            context.setOffline(false);
            assertThat(page.locator("[data-login-words]")).containsText("请重新登录后发送");
            logIn(page, COLLEAGUE);
            page.navigate(at("/desk/offline"));
            assertThat(page.locator("[data-login-words]")).containsText("不是现在登录的人存下的");
            assertThat(page.locator(ENTRIES)).containsText("由本人登录后发送");
            assertThat(page.locator(ENTRIES)).not().containsText("等着登录的处理结果");
            assertThat(page.locator("[data-tasks] > li")).hasCount(0);
            Assertions.assertThat(tasks.find(task).orElseThrow().open()).isTrue();
            context.clearCookies();
            logIn(page, HANDLER);
            page.navigate(at("/desk/offline"));
            assertThat(page.locator("[data-state]")).hasText("已生效");
            Assertions.assertThat(tasks.find(task).orElseThrow().answeredBy()).isEqualTo(HANDLER);
        });
    }

    @Test
    void saysWhatIsWrongAndSendsItOnceItIsChanged() {
        long task = walk.taskAt("Task_HandleCase");
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = withTasks(context, HANDLER);
            page.navigate(at("/desk/offline"));
            page.evaluate("""
                    key => deskQueue.tasks().then(all => deskQueue.save(all.find(it => it.key === key),
                      { decision: 'done', result: '短' }, []))""", String.valueOf(task));
            page.reload();
            assertThat(page.locator("[data-state]")).hasText("要修改");
            assertThat(page.locator("[data-problems]")).containsText("处置结果");
            page.locator("[data-edit]").click();
            assertThat(page.locator("#form textarea")).hasValue("短");
            assertThat(page.locator("#problem")).containsText("处置结果");
            page.locator("#form textarea").fill("写清楚的处理结果");
            page.locator("[data-save]").click();
            assertThat(page.locator("[data-state]")).hasText("已生效");
            assertThat(page.locator(ENTRIES)).hasCount(1);
            Assertions.assertThat(notes(task, "离线处理结果。%")).isEqualTo(1);
        });
    }

    @Test
    void leavesNothingOnThePhoneAfterLoggingOut() {
        long task = walk.taskAt("Task_HandleCase");
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = withTasks(context, HANDLER);
            context.route("**/desk/queued", Route::abort);
            page.evaluate("""
                    key => deskQueue.tasks().then(all => deskQueue.save(all.find(it => it.key === key),
                      { decision: 'done', result: '还没有发送的结果' }, []))""", String.valueOf(task));
            var asked = new StringBuilder();
            page.onceDialog(dialog -> {
                asked.append(dialog.message());
                dialog.dismiss();
            });
            page.locator(".site-logout button").click();
            page.waitForCondition(() -> !asked.isEmpty());
            Assertions.assertThat(page.evaluate("deskQueue.unsent('" + HANDLER + "')")).isEqualTo(1);
            Assertions.assertThat(asked).contains("有 1 份离线处理结果还没有发送");
            page.onceDialog(dialog -> dialog.accept());
            page.locator(".site-logout button").click();
            page.waitForURL("**/login?logout");
            page.navigate(at("/desk/offline"));
            assertThat(page.locator("[data-no-tasks]")).isVisible();
            Assertions.assertThat((List<?>) page.evaluate(
                    "Promise.all([deskQueue.tasks(), deskQueue.answers()]).then(all => all.flat())")).isEmpty();
        });
    }

    @Test
    void losesAndDoublesNothingWhenTheNetworkIsCutAtRandom() {
        var keys = IntStream.range(0, MANY).mapToObj(i -> String.valueOf(walk.taskAt("Task_HandleCase"))).toList();
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = withTasks(context, HANDLER);
            page.navigate(at("/desk/offline"));
            context.route(Pattern.compile(".*/desk/queued.*"), this::cut);
            Assertions.assertThat(page.evaluate(SAVE_MANY, List.of(keys, WITH_PHOTO,
                    Base64.getEncoder().encodeToString(TestPictures.jpeg(80, 60))))).isEqualTo(MANY);
            sendUntilNothingIsLeft(page);
            long sent = ((List<?>) page.evaluate(STATES)).stream().filter("sent"::equals).count();
            int answered = count("""
                    select count(*) from case_task t join grid_case c on c.id = t.case_id
                    where t.answer ->> 'result' = '随机断网办理的 ' || c.case_number and t.answered_by = 'lilijuan'""");
            int noted = count("select count(*) from case_entry where element = 'Page_Queue' and internal_text like "
                    + "'离线处理结果%' and case_id in (select case_id from case_task where answer ->> 'result' like '随机断网%')");
            int photos = count("select count(*) from desk_photo where task_key in (select element_instance_key from "
                    + "case_task where answer ->> 'result' like '随机断网%')");
            System.out.printf("Answers without a network: %d queued, %d sent, %d counted, %d times noted, %d of %d "
                    + "photographs; cut %d times before and %d times after the server had answered (seed %d)%n", MANY,
                    sent, answered, noted, photos, MANY / WITH_PHOTO, cutBefore, cutAfter, SEED);
            Assertions.assertThat(List.of(sent, (long) answered, (long) noted)).containsOnly((long) MANY);
            Assertions.assertThat(photos).isEqualTo(MANY / WITH_PHOTO);
            Assertions.assertThat(cutAfter).isPositive();
        });
    }

    // Not by waitForFunction, which takes the promise itself for an answer.
    private static void sendUntilNothingIsLeft(Page page) {
        for (int i = 0; i < MOST_TRIES; i++) {
            if (page.evaluate("deskQueue.sendAll().then(how => how.left)").equals(0)) {
                return;
            }
        }
    }

    private void cut(Route route) {
        switch (random.nextInt(5)) {
            case 0 -> {
                cutBefore++;
                route.abort();
            }
            case 1 -> {
                cutAfter++;
                route.fetch();
                route.abort();
            }
            default -> route.resume();
        }
    }

    /** Logged in, with all tasks on the phone. */
    private Page withTasks(BrowserContext context, String login) {
        var page = context.newPage();
        logIn(page, login);
        page.navigate(at("/desk"));
        page.locator("[data-keep]").click();
        assertThat(page.locator("[data-keep-said]")).containsText("项任务，没有网络时打开");
        return page;
    }

    /** The same with a service worker that has the page for work without a network. */
    private Page readyToLeave(BrowserContext context) {
        var page = withTasks(context, HANDLER);
        page.evaluate("navigator.serviceWorker.ready.then(worker => worker.scope)");
        return page;
    }

    private void logIn(Page page, String login) {
        page.navigate(at("/login"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("gridloop");
        page.locator("main button[type=submit], #main button[type=submit]").click();
        page.waitForURL("**/desk*");
    }

    private static void answer(Page page, long task, String result) {
        page.locator("[data-tasks] [data-key='" + task + "'] [data-open]").click();
        page.locator("#form label[for]").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*已办理"))).first().click();
        page.locator("#form textarea").fill(result);
        page.locator("[data-kind=AFTER_NEAR]").setInputFiles(
                new FilePayload("after.jpg", "image/jpeg", TestPictures.jpegOfAPhone(800, 600, 1, 113.38, 35.1)));
        page.locator("[data-save]").click();
        assertThat(page.locator("[data-said]")).containsText("已存在手机上");
    }

    private void onPhone(ServiceWorkerPolicy workers, Consumer<BrowserContext> story) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                        .setViewportSize(390, 844).setServiceWorkers(workers));
                context.setDefaultTimeout(PATIENCE);
                context.setDefaultNavigationTimeout(PATIENCE);
                story.accept(context);
            }
        }
    }

    private int notes(long task, String like) {
        return jdbc.sql("""
                select count(*) from case_entry e join case_task t on t.case_id = e.case_id
                where t.element_instance_key = ? and e.element = 'Page_Queue' and e.internal_text like ?""")
                .params(task, like).query(Integer.class).single();
    }

    private int photos(long task) {
        return jdbc.sql("""
                select count(*) from photo p join case_task t on t.case_id = p.case_id
                where t.element_instance_key = ?""").param(task).query(Integer.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
