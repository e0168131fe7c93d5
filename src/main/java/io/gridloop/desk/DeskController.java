package io.gridloop.desk;

import io.gridloop.cases.RequestPages;
import io.gridloop.cases.TogetherPages;
import io.gridloop.cases.TaskPage;
import io.gridloop.cases.TaskPages;
import io.gridloop.cases.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a person's tasks and the page of one task. */
@Controller
class DeskController {

    private final Tasks tasks;
    private final TaskPages pages;
    private final RequestPages requests;
    private final TogetherPages together;
    private final Clock clock;

    DeskController(Tasks tasks, TaskPages pages, RequestPages requests, TogetherPages together,
            Clock clock) {
        this.tasks = tasks;
        this.pages = pages;
        this.requests = requests;
        this.together = together;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String list(@RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page, Principal principal, Model model) {
        fill(light, kind, page, principal, model);
        return "desk/list";
    }

    /** The list alone, for the page's own refresh. */
    @GetMapping("/desk/list")
    String rows(@RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page, Principal principal, Model model) {
        fill(light, kind, page, principal, model);
        return "desk/list :: rows";
    }

    @GetMapping("/desk/tasks/{key}")
    String task(@PathVariable long key, Principal principal, HttpServletResponse response, Model model) {
        var page = pages.find(key).filter(found -> tasks.mayAnswer(principal.getName(), found.task()));
        if (page.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "desk/unknown";
        }
        return task(page.get(), principal, model);
    }

    private String task(TaskPage page, Principal principal, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("task", page.task());
        model.addAttribute("it", page.of());
        model.addAttribute("light", DeskLight.of(page.task()));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("login", principal.getName());
        requests.panel(page.task().caseNumber(), principal.getName())
                .ifPresent(panel -> model.addAttribute("panel", panel));
        together.panel(page.task().caseNumber(), principal.getName())
                .ifPresent(panel -> model.addAttribute("together", panel));
        return "desk/task";
    }

    private void fill(@Nullable String light, @Nullable String kind, @Nullable String page, Principal principal,
            Model model) {
        int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        var filter = new DeskFilter(light, kind);
        model.addAttribute("desk", DeskList.of(tasks.openTasksOf(principal.getName()), filter, number));
        model.addAttribute("filter", filter);
        model.addAttribute("lights", DeskLight.values());
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("login", principal.getName());
    }
}
