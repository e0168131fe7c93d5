package io.gridloop.cases.web;

import io.gridloop.cases.BlameLoops;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what units passed around. */
@Controller
class BlameLoopController {

    private static final int ROWS = 20;

    private final BlameLoops loops;
    private final Clock clock;

    BlameLoopController(BlameLoops loops, Clock clock) {
        this.loops = loops;
        this.clock = clock;
    }

    @GetMapping("/blame-loops")
    String list(@RequestParam(required = false) @Nullable String page, Model model) {
        model.addAttribute("loops", loops.list(PageRequest.of(number(page), ROWS)));
        model.addAttribute("zone", clock.getZone());
        return "cases/blame-loops";
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }
}
