package io.gridloop.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine: its Chromium, else the one that Playwright brought, else none. */
final class Browsers {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** As long as a page may take that tries again every 15 seconds, in milliseconds. */
    private static final int PATIENCE = 30_000;

    private Browsers() {}

    /** Playwright without its download: what is not on the machine is not fetched in the middle of a test. */
    static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A running browser; empty, with one loud line, where neither can be had. */
    static Optional<Browser> launch(Playwright playwright) {
        var options = new LaunchOptions().setArgs(QUIET);
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(options::setExecutablePath);
        try {
            return Optional.of(playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            System.err.println(
                    "!!! BROWSER TESTS SKIPPED: neither Chromium nor Playwright's own browser is on this machine !!!");
            return Optional.empty();
        }
    }
}
