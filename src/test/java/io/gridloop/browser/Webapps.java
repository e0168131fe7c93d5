package io.gridloop.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** Tasklist and Operate as a person uses them; each login has a browser context of its own. */
final class Webapps {

    private static final double PATIENCE_MS = 60_000;
    private static final int MOST_TRIES = 3;
    private static final Pattern COMPLETED_OR_NOT = Pattern.compile("^Task (completed|could not be completed)$");

    private final Browser browser;
    private final String address;

    Webapps(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Tasklist in the session of this person. */
    Page tasklist(String login) {
        return open(login, "/tasklist");
    }

    /** The instances of a process, in its first version, that rest on one element now. */
    Page operate(String processId, int version, String elementId) {
        Page page = open("demo", "/operate");
        page.navigate("%s/operate/processes?process=%s&version=%d&active=true&incidents=true&flowNodeId=%s"
                .formatted(address, processId, version, elementId));
        return page;
    }

    /** One process instance. */
    Page operate(long processInstanceKey) {
        Page page = open("demo", "/operate");
        page.navigate("%s/operate/processes/%d".formatted(address, processInstanceKey));
        return page;
    }

    private Page open(String login, String path) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE_MS);
        Page page = context.newPage();
        page.navigate(address + path);
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(login.equals("demo") ? "demo" : "gridloop");
        page.locator("button[type=submit]").click();
        page.locator("input[name=password]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }

    /** Opens the task of this name in the list; waits until its form is there. */
    static void openTask(Page tasklist, String name) {
        tasklist.getByText(name, new Page.GetByTextOptions().setExact(true)).first().click();
        tasklist.locator(".fjs-form").waitFor();
    }

    static void choose(Page tasklist, String option) {
        tasklist.locator(".fjs-form label[for]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + option)))
                .click();
    }

    /**
     * Completes the open task and waits until Tasklist says so. When it says that it could not, which it does while its
     * index is busy, the task stays open and is completed again, as a person would.
     */
    static void complete(Page tasklist) {
        for (int i = 0; i < MOST_TRIES; i++) {
            tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete Task")).click();
            var notice = tasklist.getByText(COMPLETED_OR_NOT).first();
            notice.waitFor();
            if (notice.innerText().equals("Task completed")) {
                return;
            }
            System.out.println("Tasklist: " + tasklist.locator("[role=alert], [role=status]").allInnerTexts());
            notice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        throw new IllegalStateException("Tasklist does not complete the task");
    }
}
