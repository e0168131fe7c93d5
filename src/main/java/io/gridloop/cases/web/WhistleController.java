package io.gridloop.cases.web;

import io.gridloop.cases.WhistlePages;
import java.security.Principal;
import java.time.Clock;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of whistles: who was called, who came, how fast. */
@Controller
class WhistleController {

    private static final int ROWS = 20;

    private final WhistlePages whistles;
    private final Clock clock;

    WhistleController(WhistlePages whistles, Clock clock) {
        this.whistles = whistles;
        this.clock = clock;
    }

    @GetMapping("/whistles")
    String list(@RequestParam(defaultValue = "0") String page, Principal who, Model model) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        model.addAttribute("whistles", whistles.list(who.getName(), PageRequest.of(number, ROWS)));
        model.addAttribute("zone", clock.getZone());
        return "cases/whistles";
    }
}
