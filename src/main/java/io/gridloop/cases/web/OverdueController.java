package io.gridloop.cases.web;

import io.gridloop.cases.OverdueCases;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what is late, with the way into Operate. */
@Controller
class OverdueController {

    private static final int ROWS = 20;

    private final OverdueCases overdue;
    private final Clock clock;

    OverdueController(OverdueCases overdue, Clock clock) {
        this.overdue = overdue;
        this.clock = clock;
    }

    @GetMapping("/overdue")
    String list(@RequestParam(required = false) @Nullable String page, Model model) {
        model.addAttribute("cases", overdue.list(PageRequest.of(number(page), ROWS)));
        model.addAttribute("diagrams", overdue.onDiagrams());
        model.addAttribute("zone", clock.getZone());
        return "cases/overdue";
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }
}
