package io.gridloop.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/** Screenshots for README, taken by the browser story itself: {@code -Dgridloop.pictures=true} renews them. */
final class Pictures {

    private static final Path DIRECTORY = Path
            .of(Boolean.getBoolean("gridloop.pictures") ? "src/docs/images" : "target/pictures");

    private Pictures() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + ".png")));
    }

    /** The whole page as it is, small enough that a picture of every page can be kept; only when pictures are renewed. */
    static void whole(Page page, String name) {
        if (!Boolean.getBoolean("gridloop.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve("pages/" + name + ".jpg"))
                .setType(ScreenshotType.JPEG).setQuality(70).setFullPage(true));
    }

    /** The whole page as wide as it is. */
    static void phone(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + "-390.png")).setFullPage(true));
    }

    /** The whole page at the width of a phone. */
    static void takeOnPhone(Page page, String name) {
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + "-390.png")).setFullPage(true));
        page.setViewportSize(1280, 900);
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + "-1280.png")).setFullPage(true));
    }
}
