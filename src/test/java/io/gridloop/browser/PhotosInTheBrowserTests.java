package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import io.gridloop.PostgresForTests;
import io.gridloop.photos.TestPictures;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A report with photographs from a phone without script; no engine is needed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false"})
@Import(PostgresForTests.class)
class PhotosInTheBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void keepsPhotographsOverAProblemDropsOneAndShowsTheOther() {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                var page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
                        .setViewportSize(390, 844).setJavaScriptEnabled(false)).newPage();
                page.setDefaultTimeout(120_000);
                report(page);
            }
        }
    }

    private void report(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/report");
        page.locator("#photo").setInputFiles(new FilePayload[]{
                new FilePayload("a.jpg", "image/jpeg", TestPictures.jpegOfAPhone(1_200, 900, 6, 113.38, 35.1)),
                new FilePayload("b.webp", "image/webp", TestPictures.webp()),
                new FilePayload("c.svg", "image/jpeg", "<svg/>".getBytes(UTF_8))});
        page.locator("#place-address").press("Space");
        page.locator("#address").fill("菜市场东门");
        send(page);
        assertThat(page.locator("#photo-problem")).containsText("“c.svg”：这是 SVG 图形");
        assertThat(page.locator(".photos img")).hasCount(2);
        assertLoaded(page.locator(".photos img").nth(0), 300);
        Pictures.phone(page, "report-photos");
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        page.locator("#drop-2").press("Space");
        page.locator("#text").fill("路口的井盖碎了半边");
        send(page);
        assertThat(page.locator(".photos img")).hasCount(1);
        assertLoaded(page.locator(".photos img"), 300);
        Pictures.phone(page, "receipt-photos");
        page.locator(".photos a").press("Enter");
        assertLoaded(page.locator("img"), 900);
    }

    private static void send(Page page) {
        page.locator("form#send button[type=submit]").press("Enter");
    }

    /** It came and stands upright. */
    private static void assertLoaded(Locator image, int width) {
        image.scrollIntoViewIfNeeded();
        assertThat(image).isVisible();
        assertThat(image).hasJSProperty("naturalWidth", width);
    }
}
