package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import io.gridloop.PostgresForTests;
import io.gridloop.photos.TestPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The map of the grids over tiles of a server on this machine; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.map.attribution=© 样例地图"})
@Import(PostgresForTests.class)
class MapTilesInTheBrowserTests {

    private static final int PATIENCE = 120_000;
    private static final byte[] TILE = TestPictures.png(256, 256);
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final HttpServer TILES = server();
    private static volatile int status = 200;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void tiles(DynamicPropertyRegistry settings) {
        settings.add("gridloop.map.tiles", () -> tileServer() + "/{z}/{x}/{y}.png?tk=a&b=c");
    }

    @AfterAll
    static void stop() {
        TILES.stop(0);
    }

    @Test
    void showsStreetsAndHousesBehindTheGrids() {
        status = 200;
        inAPage(page -> {
            var answer = page.navigate("http://127.0.0.1:%d/report".formatted(port));
            Assertions.assertThat(answer.headerValue("content-security-policy"))
                    .contains("default-src 'self'; img-src 'self' data: " + tileServer() + "; style-src 'self'");
            openMap(page);
            assertThat(page.locator("[data-maps-picture].bare")).hasCount(0);
            int tiles = page.locator("[data-maps-picture] image").count();
            Assertions.assertThat(tiles).isBetween(2, 12);
            page.waitForCondition(() -> ASKED.size() >= tiles);
            Assertions.assertThat(ASKED).allMatch(it -> it.matches("/\\d+/\\d+/\\d+\\.png\\?tk=a&b=c"));
            assertThat(page.locator("[data-credit]")).hasText("© 样例地图");
            assertThat(page.locator("[data-credit]")).isVisible();
            Pictures.phone(page, "report-map-tiles");
            page.locator("[data-maps-picture] [data-grid='G0101']").press("Enter");
            assertThat(page.locator("#gridCode")).hasValue("G0101");
        });
    }

    @Test
    void looksAsWithoutWhenNoTileComes() {
        status = 503;
        inAPage(page -> {
            page.navigate("http://127.0.0.1:%d/report".formatted(port));
            openMap(page);
            assertThat(page.locator("[data-maps-picture] image")).hasCount(0);
            assertThat(page.locator("[data-maps-picture] [data-credit]")).isHidden();
            Assertions.assertThat(page.evaluate(
                    "getComputedStyle(document.querySelector('[data-maps-picture] path')).fillOpacity")).isEqualTo("1");
            page.locator("[data-maps-picture] [data-grid='G0101']").press("Enter");
            assertThat(page.locator("#gridCode")).hasValue("G0101");
        });
    }

    private static void openMap(Page page) {
        page.locator("#place-grid").check();
        page.locator("#grid-maps summary").click();
        page.locator("#grid-maps li a").first().click();
        assertThat(page.locator("[data-maps-said]")).containsText("请点网格");
    }

    private static String tileServer() {
        return "http://127.0.0.1:" + TILES.getAddress().getPort();
    }

    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                ASKED.add(exchange.getRequestURI().toString());
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(status, status == 200 ? TILE.length : -1);
                if (status == 200) {
                    exchange.getResponseBody().write(TILE);
                }
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void inAPage(Consumer<Page> story) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                        .setViewportSize(390, 844));
                context.setDefaultTimeout(PATIENCE);
                context.setDefaultNavigationTimeout(PATIENCE);
                story.accept(context.newPage());
            }
        }
    }
}
