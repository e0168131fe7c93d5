package io.gridloop.cases.web;

import io.gridloop.cases.CaseFilter;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.Resolution;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases. What a filter does not understand, it leaves out. */
@Controller
class CaseListController {

    private static final int ROWS = 20;
    private static final int LAST_PAGE = 100_000;

    private final CasePages cases;
    private final Clock clock;

    CaseListController(CasePages cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String resolution,
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String each,
            @RequestParam(required = false) @Nullable String page,
            Principal principal,
            Model model) {
        var ofMatter = matter(matter);
        var folded = ofMatter == null && !"true".equals(each);
        var filter = new CaseFilter(state(state), resolution(resolution), "true".equals(overdue),
                shortened(number), ofMatter, folded);
        model.addAttribute("filter", filter);
        model.addAttribute("states", CaseState.values());
        model.addAttribute("resolutions", Resolution.values());
        model.addAttribute("cases", cases.list(filter, PageRequest.of(pageNumber(page), ROWS), principal.getName()));
        model.addAttribute("zone", clock.getZone());
        return "cases/list";
    }

    private static @Nullable CaseState state(@Nullable String name) {
        return Arrays.stream(CaseState.values()).filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable Resolution resolution(@Nullable String name) {
        return Arrays.stream(Resolution.values()).filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable Long matter(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
    }

    private static @Nullable String shortened(@Nullable String number) {
        return number == null ? null : number.strip().substring(0, Math.min(30, number.strip().length()));
    }

    private static int pageNumber(@Nullable String page) {
        return page != null && page.matches("\\d{1,5}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
    }
}
