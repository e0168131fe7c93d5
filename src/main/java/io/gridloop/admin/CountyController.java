package io.gridloop.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.gridloop.territory.ChangeLog;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Post;
import io.gridloop.territory.StaffFilter;
import io.gridloop.territory.StaffPages;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The county as it is: overview, people, grids, departments and what has changed. */
@Controller
class CountyController {

    private static final int ROWS = 20;

    private final Territory territory;
    private final StaffPages staff;
    private final ChangeLog log;
    private final Clock clock;

    CountyController(Territory territory, StaffPages staff, ChangeLog log, Clock clock) {
        this.territory = territory;
        this.staff = staff;
        this.log = log;
        this.clock = clock;
    }

    @ModelAttribute
    void zone(Model model) {
        model.addAttribute("zone", clock.getZone());
    }

    @GetMapping("/admin")
    String overview(Model model) {
        model.addAttribute("streets", territory.streets());
        model.addAttribute("communities", territory.grids().stream().collect(
                groupingBy(grid -> grid.street() + " " + grid.community(), LinkedHashMap::new, toList())));
        model.addAttribute("grids", territory.grids());
        model.addAttribute("departments", territory.departments());
        model.addAttribute("counts", staff.counts());
        model.addAttribute("roles", StaffRole.values());
        model.addAttribute("standIns", staff.standIns());
        model.addAttribute("changes", log.list(PageRequest.of(0, 5)));
        return "admin/overview";
    }

    @GetMapping("/admin/staff")
    String staff(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String former, @RequestParam(defaultValue = "0") String page,
            Model model) {
        var filter = new StaffFilter(given(q.length() > 40 ? q.substring(0, 40) : q), role(role), given(place),
                given(department), "true".equals(former));
        model.addAttribute("filter", filter);
        model.addAttribute("people", staff.list(filter, PageRequest.of(number(page), ROWS)));
        model.addAttribute("roles", StaffRole.values());
        model.addAttribute("streets", territory.streets());
        model.addAttribute("communities", territory.communities());
        model.addAttribute("departments", territory.departments());
        return "admin/staff";
    }

    @GetMapping("/admin/staff/{login}")
    String person(@PathVariable String login, Model model) {
        model.addAttribute("card", staff.card(login).orElseThrow(() -> missing("没有这个人")));
        return "admin/person";
    }

    @GetMapping("/admin/grids/{code}")
    String grid(@PathVariable String code, Model model) {
        GridRef grid = territory.grid(code).orElseThrow(() -> missing("没有这个网格"));
        model.addAttribute("grid", grid);
        model.addAttribute("onDuty", territory.leaderOf(code));
        model.addAttribute("people",
                staff.list(new StaffFilter(null, null, code, null, false), PageRequest.of(0, 100)).getContent());
        model.addAttribute("posts", Post.values());
        model.addAttribute("holders", staff.postsOf(code));
        return "admin/grid";
    }

    @GetMapping("/admin/departments")
    String departments(Model model) {
        model.addAttribute("departments", territory.departments());
        model.addAttribute("merged", territory.mergedDepartments());
        return "admin/departments";
    }

    @GetMapping("/admin/changes")
    String changes(@RequestParam(defaultValue = "0") String page, Model model) {
        model.addAttribute("changes", log.list(PageRequest.of(number(page), ROWS)));
        return "admin/changes";
    }

    private static @Nullable StaffRole role(String name) {
        return Arrays.stream(StaffRole.values()).filter(role -> role.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() || typed.indexOf('\0') >= 0 ? null : typed.strip();
    }

    private static int number(String page) {
        return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }

    private static ResponseStatusException missing(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
