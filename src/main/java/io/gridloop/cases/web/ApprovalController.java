package io.gridloop.cases.web;

import io.gridloop.cases.Approvals;
import java.security.Principal;
import java.time.Clock;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what waits for a grid leader or a supervisor. */
@Controller
class ApprovalController {

    private static final int ROWS = 20;

    private final Approvals approvals;
    private final Clock clock;

    ApprovalController(Approvals approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    String list(@RequestParam(defaultValue = "0") String page, Principal who, Model model) {
        if (approvals.count(who.getName()).isEmpty()) {
            throw new AccessDeniedException("Only leaders and supervisors approve");
        }
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        model.addAttribute("waiting", approvals.list(who.getName(), PageRequest.of(number, ROWS)));
        model.addAttribute("zone", clock.getZone());
        return "cases/approvals";
    }
}
