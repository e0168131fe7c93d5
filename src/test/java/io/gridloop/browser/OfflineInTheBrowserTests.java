package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.gridloop.PostgresForTests;
import io.gridloop.clock.WorkingCalendar;
import io.gridloop.photos.TestPictures;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that are saved on a phone without a network and sent when it is back; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.security.limits.report.times=5000"})
@Import(PostgresForTests.class)
class OfflineInTheBrowserTests {

    private static final int PATIENCE = 120_000;
    private static final int PART = 262_144;
    private static final int MANY = 200;
    private static final long SEED = 20_261_129L;
    private static final String ENTRIES = "[data-queue] > li";
    private static final String SAVE_MANY = """
            async many => {
              for (let i = 1; i <= many; i++) {
                await reportQueue.save({ category: '01-02', text: '随机断网第' + i + '件：路口的井盖坏了', place: 'grid',
                  gridCode: 'G0303', longitude: '', latitude: '', datum: 'wgs84', address: '', reporterName: '',
                  contact: '' }, []);
              }
            }""";
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy/M/d HH:mm:ss");
    private static final String STYLES = "[...document.styleSheets].filter(each => each.cssRules.length > 0).length";
    private static final String CACHED = """
            async () => {
              const paths = [];
              for (const name of await caches.keys()) {
                for (const request of await (await caches.open(name)).keys()) {
                  paths.push(new URL(request.url).pathname);
                }
              }
              return paths;
            }""";

    private final Random random = new Random(SEED);
    private int cutBefore;
    private int cutAfter;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void savesWithoutANetworkAndSendsEachReportOnceWhenItIsBack() {
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = openedOnline(context);
            context.setOffline(true);
            save(page, "没有网络存下的第一件，井盖碎了");
            save(page, "没有网络存下的第二件，路灯不亮");
            page.close();
            var again = context.newPage();
            again.navigate(at("/report/offline"));
            assertThat(again.locator(ENTRIES)).hasCount(2);
            Assertions.assertThat(again.evaluate(STYLES)).as("style sheets without a network").isEqualTo(2);
            assertThat(again.locator(ENTRIES).first()).containsText("第二件");
            Assertions.assertThat(LocalDateTime.parse(again.locator("[data-saved]").first().textContent(), SHOWN))
                    .as("the county's time, wherever the phone thinks it is")
                    .isCloseTo(LocalDateTime.now(WorkingCalendar.ZONE), Assertions.within(10, ChronoUnit.MINUTES));
            Pictures.phone(again, "report-offline");
            Assertions.assertThat(count("text like '没有网络存下的%'")).isZero();
            context.setOffline(false);
            assertThat(again.locator(ENTRIES + " [data-code]:visible")).hasCount(2);
            assertThat(again.locator("[data-state]").first()).hasText("已发送");
            assertThat(again.locator(ENTRIES + " [data-code]").first())
                    .hasText(Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4})+"));
            Assertions.assertThat(count("text like '没有网络存下的%'")).isEqualTo(2);
            Assertions.assertThat(count(
                    "text like '没有网络存下的%' and 1 = (select count(*) from photo p where p.case_id = grid_case.id)"))
                    .isEqualTo(2);
            again.locator(ENTRIES + " [data-code]").first().click();
            assertThat(again.locator("main")).containsText("已收到您的反映");
        });
    }

    @Test
    void theReportPageLeadsThereWithoutANetwork() {
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = openedOnline(context);
            page.navigate(at("/report"));
            assertThat(page.locator("[data-away]")).isHidden();
            context.setOffline(true);
            assertThat(page.locator("[data-away]")).isVisible();
            page.navigate(at("/report"));
            assertThat(page.locator("h1")).hasText("没有网络时上报");
        });
    }

    @Test
    void keepsNothingOnThePhoneButTheShell() {
        onPhone(ServiceWorkerPolicy.ALLOW, context -> {
            var page = openedOnline(context);
            List.of("/report", "/receipt/AAAA-AAAA", "/login", "/report/offline")
                    .forEach(path -> page.navigate(at(path)));
            Assertions.assertThat((List<?>) page.evaluate(CACHED)).hasSize(10)
                    .allMatch(path -> String.valueOf(path).matches(
                            "/report/offline|/icon.svg|/manifest.webmanifest|/(css|js|webjars)/.*"));
        });
    }

    @Test
    void asksTheQuestionsOfTheCategoryAndKeepsTheAnswersWhileItIsChanged() {
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = context.newPage();
            page.navigate(at("/report/offline"));
            fill(page, "断网时存下的夜间施工，一直在响");
            page.locator("#category").selectOption("03-01");
            page.getByLabel("0点到早上6点").check();
            page.locator("#contact").fill("12");
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("[data-state]")).hasText("需要修改");
            assertThat(page.locator(".questions")).hasCount(0);
            page.locator("[data-edit]").click();
            assertThat(page.getByLabel("0点到早上6点")).isChecked();
            page.locator("#contact").fill("13800000000");
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("[data-state]")).hasText("已发送");
            Assertions.assertThat(count("""
                    text like '断网时存下的夜间施工%'
                    and exists (select 1 from case_answer where case_id = grid_case.id and answer = '0点到早上6点')"""))
                    .isEqualTo(1);
        });
    }

    @Test
    void saysWhatIsWrongAndSendsItOnceItIsChanged() {
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = context.newPage();
            page.navigate(at("/report/offline"));
            fill(page, "等着修改的一件，路面塌了");
            page.locator("#contact").fill("12");
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("[data-state]")).hasText("需要修改");
            assertThat(page.locator("[data-problems]")).containsText("手机号");
            page.locator("[data-edit]").click();
            assertThat(page.locator("#contact")).isFocused();
            page.locator("#contact").fill("13800000000");
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("[data-state]")).hasText("已发送");
            Assertions.assertThat(count("text like '等着修改的一件%'")).isEqualTo(1);
        });
    }

    @Test
    void savesNoEmergency() {
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = context.newPage();
            page.navigate(at("/report/offline"));
            fill(page, "楼道里冒烟了");
            page.locator("#line-119").check();
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("#line-119-problem")).containsText("请马上拨打 119");
            assertThat(page.locator(ENTRIES)).hasCount(0);
        });
    }

    @Test
    void losesAndDoublesNothingWhenTheNetworkIsCutAtRandom() {
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = context.newPage();
            page.navigate(at("/report/offline"));
            context.route("**/report/queued/**", this::cut);
            page.evaluate(SAVE_MANY, MANY);
            page.evaluate("async () => { while (await reportQueue.sendAll() > 0) { } }");
            int sent = ((Number) page.evaluate(
                    "reportQueue.all().then(all => all.filter(it => it.state === 'sent').length)")).intValue();
            int cases = count("text like '随机断网第%'");
            int keys = jdbc.sql("""
                    select count(distinct split_part(submission_key, ':', 2)) from grid_case
                    where text like '随机断网第%'""").query(Integer.class).single();
            System.out.printf("Reports without a network: %d queued, %d sent, %d doubled, %d lost; cut %d times before "
                    + "and %d times after the server had answered (seed %d)%n", MANY, sent, cases - keys, MANY - keys,
                    cutBefore, cutAfter, SEED);
            Assertions.assertThat(List.of(sent, cases, keys)).containsOnly(MANY);
            Assertions.assertThat(cutAfter).isPositive();
        });
    }

    @Test
    void aPhotographGoesOnWhereTheNetworkBroke() {
        onPhone(ServiceWorkerPolicy.BLOCK, context -> {
            var page = context.newPage();
            page.navigate(at("/report/offline"));
            byte[] large = TestPictures.followedBy(TestPictures.jpegOfAPhone(800, 600, 1, 113.38, 35.1),
                    "x".repeat(1_500_000));
            var sent = new ArrayList<Integer>();
            context.route("**/photos/1/*", route -> cutPart(context, route, sent));
            fill(page, "照片很大的一件，信号时有时无");
            page.locator("#photo").setInputFiles(new FilePayload("a.jpg", "image/jpeg", large));
            page.locator("#save button[type=submit]").click();
            assertThat(page.locator("[data-photos]")).containsText(
                    "等待发送，已传 %d%%".formatted(200 * PART / large.length));
            Pictures.phone(page, "report-offline-part");
            context.setOffline(false);
            assertThat(page.locator("[data-photos]")).containsText(
                    "等待发送，已传 %d%%".formatted(400 * PART / large.length));
            context.setOffline(false);
            assertThat(page.locator("[data-state]")).hasText("已发送");
            Assertions.assertThat(count("""
                    text like '照片很大的一件%' and 1 = (select count(*) from photo p where p.case_id = grid_case.id)"""))
                    .isEqualTo(1);
            int again = sent.stream().mapToInt(Integer::intValue).sum() - large.length;
            System.out.printf("A photograph of %d bytes whose network broke twice: %d parts, %d bytes sent again%n",
                    large.length, sent.size(), again);
            Assertions.assertThat(again).as("bytes sent again").isEqualTo(PART);
        });
    }

    /** The third part is lost on its way, the answer to the sixth one on its way back; then there is no network. */
    private static void cutPart(BrowserContext context, Route route, List<Integer> sent) {
        if (!route.request().method().equals("PATCH")) {
            route.resume();
            return;
        }
        sent.add(route.request().postDataBuffer().length);
        if (sent.size() != 3 && sent.size() != 6) {
            route.resume();
            return;
        }
        if (sent.size() == 6) {
            route.fetch();
        }
        context.setOffline(true);
        route.abort();
    }

    private void cut(Route route) {
        switch (random.nextInt(4)) {
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

    private Page openedOnline(BrowserContext context) {
        var page = context.newPage();
        page.navigate(at("/report/offline"));
        page.evaluate("navigator.serviceWorker.ready.then(worker => worker.scope)");
        return page;
    }

    private static void save(Page page, String text) {
        fill(page, text);
        page.locator("#photo").setInputFiles(
                new FilePayload("a.jpg", "image/jpeg", TestPictures.jpegOfAPhone(800, 600, 1, 113.38, 35.1)));
        page.locator("#save button[type=submit]").click();
        assertThat(page.locator("[data-said]")).containsText("已存在手机上");
        assertThat(page.locator(ENTRIES).first()).containsText(text);
    }

    private static void fill(Page page, String text) {
        page.locator("#place-address").check();
        page.locator("#address").fill("菜市场东门");
        page.locator("#text").fill(text);
    }

    private void onPhone(ServiceWorkerPolicy workers, Consumer<BrowserContext> story) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                        .setTimezoneId("America/Los_Angeles").setViewportSize(390, 844).setServiceWorkers(workers));
                context.setDefaultTimeout(PATIENCE);
                context.setDefaultNavigationTimeout(PATIENCE);
                story.accept(context);
            }
        }
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from grid_case where " + which).query(Integer.class).single();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
