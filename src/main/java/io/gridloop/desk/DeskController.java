package io.gridloop.desk;

import io.gridloop.cases.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a person's tasks and the page of one task. */
@Controller
class DeskController {

    private final Tasks tasks;
    private final DeskPage desk;
    private final Clock clock;

    DeskController(Tasks tasks, DeskPage desk, Clock clock) {
        this.tasks = tasks;
        this.desk = desk;
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
        var login = principal.getName();
        return desk.find(key, login).map(page -> desk.show(page, login, model))
                .orElseGet(() -> DeskPage.unknown(response));
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
