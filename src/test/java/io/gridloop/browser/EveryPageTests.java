package io.gridloop.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

/**
 * Each page with something on it, on a phone, on a desktop and on a dark phone: axe finds nothing serious, nothing is
 * wider than the screen, the report page is light. {@code -Dgridloop.pictures=true} renews the pictures of the pages.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import({PostgresForTests.class, CaseWalk.class})
class EveryPageTests {

    /** Kilobytes over the network, with all that the page loads. */
    private static final int HEAVIEST_REPORT_PAGE = 150;
    private static final int PHONE = 390;
    /** Milliseconds; the first page of a busy machine takes its time. */
    private static final int PATIENCE = 120_000;
    private static final int DESKTOP = 1280;
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** Files, fragments and answers for programs; and pages that need an upload or a running engine, which have stories of their own. */
    private static final Set<String> NO_PAGES_OF_THEIR_OWN = Set.of("/error", "/cases/{caseNumber}/work-order.pdf",
            "/staff/import/{id}", "/staff/import/{id}/progress", "/staff/import/{id}/bad-rows.xlsx",
            "/staff/import/{id}/bad-rows.csv", "/models/proposals/{id}", "/models/proposals/{id}/replay.csv",
            "/models/sets/{hash}/{file}", "/admin/audit.csv", "/api/v1/openapi", "/api/v1/openapi.yaml", "/desk/list",
            "/desk/tasks.json", "/desk/queued", "/desk/tasks/{key}.json", "/desk/tasks/{key}/state.json", "/g/{code}",
            "/report/map/{community}.svg", "/admin/door-signs.pdf",
            "/photos/{id}", "/photos/{id}/thumbnail", "/receipt/{code}/photos/{id}",
            "/receipt/{code}/photos/{id}/thumbnail");

    private final List<String> findings = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    @Autowired
    CaseWalk walk;

    @LocalServerPort
    int port;

    @Test
    void everyPageIsAccessibleAndFitsTheScreen() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                residents(browser);
                leader(browser);
                visit(browser, "handler", "gaoxiulan", Map.of("/desk", "/desk", "/account", "/account"));
                worker(browser);
                supervisor(browser);
                administrator(browser);
                visit(browser, "designer", "yuchengfeng", Map.of("/models", "/models"));
            }
        }
        System.out.printf("Pages: %d addresses looked at three times each, %d findings%n", seen.size(),
                findings.size());
        assertThat(findings).isEmpty();
        assertThat(pages()).as("a new page is looked at here").isSubsetOf(seen);
    }

    private void residents(Browser browser) {
        var open = walk.receiptCode(walk.beingHandled());
        var pages = new LinkedHashMap<String, String>();
        pages.put("/", "/");
        pages.put("/report", "/report");
        pages.put("/report from a door", "/report?grid=G0101");
        pages.put("/report/offline", "/report/offline");
        pages.put("/receipt", "/receipt");
        pages.put("/receipt/{code}", "/receipt/" + open);
        pages.put("/receipt/{code} closed", "/receipt/" + walk.receiptCode(walk.closed()));
        pages.put("/receipt/{code} unknown", "/receipt/AAAA-AAAA");
        pages.put("/receipt/{code}/withdraw", "/receipt/" + open + "/withdraw");
        pages.put("/login", "/login");
        try (var context = context(browser, options())) {
            pages.forEach((name, path) -> look(context.newPage(), "resident", name, path));
            gridOnTheMap(context.newPage());
            oneOfTheSameKind(context.newPage());
            oneThatBelongsElsewhere(context.newPage());
            queued(context.newPage());
            weigh(context.newPage());
        }
        try (var context = context(browser, options().setJavaScriptEnabled(false))) {
            reportWithoutJavaScript(context.newPage());
        }
    }

    private void leader(Browser browser) {
        var asked = walk.beingHandled();
        walk.asksForMoreTime(asked, "1", "workingDay");
        walk.whistled();
        var accept = walk.taskFor(walk.waitingForAcceptance(), "Task_AcceptCase", 0);
        var pages = new LinkedHashMap<String, String>();
        pages.put("/desk", "/desk");
        pages.put("/desk/tasks/{key}", "/desk/tasks/" + accept);
        pages.put("/desk/messages", "/desk/messages");
        pages.put("/cases", "/cases");
        pages.put("/cases/{caseNumber}", "/cases/" + walk.view(asked).caseNumber());
        pages.put("/cases/{caseNumber} closed", "/cases/" + walk.view(walk.closed()).caseNumber());
        pages.put("/approvals", "/approvals");
        pages.put("/desk/patrol", "/desk/patrol");
        pages.put("/whistles", "/whistles");
        pages.put("/staff/report", "/staff/report");
        pages.put("/staff/report/sent/{code}", "/staff/report/sent/" + walk.receiptCode(asked));
        pages.put("/account", "/account");
        pages.put("/account/notifications", "/account/notifications");
        visit(browser, "leader", "wangchunsheng", pages);
    }

    /** A full-time worker, out in the grid. */
    private void worker(Browser browser) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/desk/tasks/{key} handling", "/desk/tasks/" + walk.taskAt("Task_HandleCase"));
        pages.put("/desk/on-the-spot", "/desk/on-the-spot");
        pages.put("/desk/offline", "/desk/offline");
        pages.put("/desk/patrol", "/desk/patrol");
        pages.put("/desk/phrases", "/desk/phrases");
        pages.put("/desk/near", "/desk/near");
        pages.put("/desk/near from a phone", "/desk/near?longitude=113.38&latitude=35.108");
        visit(browser, "worker", "lilijuan", pages);
    }

    private void supervisor(Browser browser) {
        walk.passedAround();
        var ordered = walk.supervised("YELLOW");
        var pages = new LinkedHashMap<String, String>();
        pages.put("/overdue", "/overdue");
        pages.put("/blame-loops", "/blame-loops");
        pages.put("/cases/{caseNumber} supervised", "/cases/" + walk.view(ordered).caseNumber());
        pages.put("/desk", "/desk");
        visit(browser, "supervisor", "dengjianshe", pages);
    }

    private void administrator(Browser browser) {
        var pages = new LinkedHashMap<String, String>();
        List.of("", "/staff", "/departments", "/changes", "/calendar", "/api-keys", "/webhooks", "/partners",
                "/deliveries", "/door-signs", "/audit", "/locks")
                .forEach(it -> pages.put("/admin" + it, "/admin" + it));
        pages.put("/admin/staff/{login}", "/admin/staff/wangchunsheng");
        pages.put("/admin/grids/{code}", "/admin/grids/G0101");
        pages.put("/admin/change/{kind}", "/admin/change/join");
        pages.put("/staff/import", "/staff/import");
        visit(browser, "admin", "caojiayi", pages);
    }

    private void visit(Browser browser, String role, String login, Map<String, String> pages) {
        try (var context = context(browser, options())) {
            var page = context.newPage();
            page.navigate(at("/login"));
            page.locator("input[name=username]").fill(login);
            page.locator("input[name=password]").fill("gridloop");
            page.locator("button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/login"));
            pages.forEach((name, path) -> look(context.newPage(), role, name, path));
        }
    }

    private void look(Page page, String role, String name, String path) {
        var response = page.navigate(at(path));
        assertThat(response.status()).as(path).isIn(200, 404);
        page.waitForLoadState();
        seen.add(name.replaceAll(" .*", ""));
        lookClosely(page, role, name);
        page.close();
    }

    private void lookClosely(Page page, String role, String name) {
        var picture = (role + name).replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
        for (var scheme : List.of("phone", "desktop", "dark")) {
            page.setViewportSize(scheme.equals("desktop") ? DESKTOP : PHONE, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(scheme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
            Pictures.whole(page, picture + "-" + scheme);
            find(page, "%s as %s, %s".formatted(name, role, scheme));
        }
    }

    private void gridOnTheMap(Page page) {
        page.navigate(at("/report"));
        page.locator("#place-grid").check();
        page.locator("#grid-maps summary").click();
        page.locator("#grid-maps li a").first().click();
        page.locator("#grid-maps [data-grid='G0101']").press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#gridCode")).hasValue("G0101");
        lookClosely(page, "resident", "/report map");
        page.close();
    }

    /** Step by step to the question whether it is one of the open cases close by. */
    private void oneOfTheSameKind(Page page) {
        page.navigate(at("/report"));
        page.locator("#place-grid").check();
        page.locator("#gridCode").selectOption(CaseWalk.GRID);
        page.locator("button:visible").getByText("下一步").click();
        page.locator("#text").fill("路边的垃圾堆了三天没有人清");
        page.locator("#category").selectOption("01-02");
        lookClosely(page, "resident", "/report second step");
        page.locator("button:visible").getByText("下一步").click();
        lookClosely(page, "resident", "/report third step");
        page.locator("#send button[type=submit]").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("附近已有人反映");
        lookClosely(page, "resident", "/report nearby");
        page.close();
    }

    /** With the questions of its category, to the notice that it belongs elsewhere. */
    private void oneThatBelongsElsewhere(Page page) {
        page.navigate(at("/report?grid=G0103#step-2"));
        page.locator("#text").fill("宅基地的事法院已经判了，对方不执行");
        page.locator("#category").selectOption("03-01");
        page.locator("#answer-03-01-HOURS").check();
        lookClosely(page, "resident", "/report questions");
        page.locator("button:visible").getByText("下一步").click();
        page.locator("#send button[type=submit]").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("这件事可能不归网格办");
        lookClosely(page, "resident", "/report outside");
        page.close();
    }

    /** One that is fine, and one that has to be changed. */
    private void queued(Page page) {
        page.navigate(at("/report/offline"));
        List.of("路口的井盖碎了半边，有人绊倒过", "坏").forEach(text -> page.evaluate("""
                text => reportQueue.save({ category: "", text, place: "grid", gridCode: "G0101", longitude: "", latitude: "",
                  datum: "wgs84", address: "", reporterName: "", contact: "" }, [])""", text));
        page.evaluate("reportQueue.sendAll()");
        PlaywrightAssertions.assertThat(page.locator("[data-code]:visible")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("[data-problems]:visible")).hasCount(1);
        lookClosely(page, "resident", "/report/offline with a queue");
        page.close();
    }

    private void find(Page page, String where) {
        if (page.evaluate("document.documentElement.scrollWidth > window.innerWidth").equals(true)) {
            findings.add(where + ": wider than the screen");
        }
        axe(page, where).analyze().getViolations().stream().filter(rule -> SERIOUS.contains(rule.getImpact()))
                .forEach(rule -> findings.add("%s: %s (%s) at %s".formatted(where, rule.getId(), rule.getImpact(),
                        rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList())));
    }

    /** The same page in the dark differs by its colours alone. */
    private static AxeBuilder axe(Page page, String where) {
        // Without a second page for frames of other origins, which no page has: half the time.
        var axe = new AxeBuilder(page).setLegacyMode(true);
        return where.endsWith("dark") ? axe.withRules(List.of("color-contrast")) : axe;
    }

    private void weigh(Page page) {
        var bytes = new AtomicLong();
        var parts = new ArrayList<String>();
        page.onRequestFinished(request -> {
            long size = request.sizes().responseBodySize;
            bytes.addAndGet(size);
            parts.add(request.url().replaceAll(".*/", "") + " " + size);
        });
        page.navigate(at("/report"));
        page.waitForLoadState();
        System.out.printf("Report page: %d bytes over the network %s%n", bytes.get(), parts);
        assertThat(bytes.get()).isBetween(5_000L, HEAVIEST_REPORT_PAGE * 1_000L);
        page.close();
    }

    private void reportWithoutJavaScript(Page page) {
        page.navigate(at("/report"));
        page.locator("#place-grid").check();
        page.locator("#gridCode").selectOption("G0103");
        page.locator("#text").fill("路边的垃圾堆了三天没有人清");
        page.locator("#category").selectOption("01-02");
        page.locator("#send button[type=submit]").press("Enter");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("回执码");
    }

    private static Set<String> pages() {
        try {
            var lines = new ClassPathResource("access-matrix.txt").getContentAsString(StandardCharsets.UTF_8).lines();
            return lines.filter(line -> line.startsWith("GET ") && !line.matches(".*\\| *(static|api).*"))
                    .map(line -> line.split("\\s+")[1]).filter(path -> !path.startsWith("/actuator"))
                    .filter(path -> !NO_PAGES_OF_THEIR_OWN.contains(path))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrowserContext context(Browser browser, Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        return context;
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(PHONE, 844)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
