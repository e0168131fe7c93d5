package io.gridloop.cases.web;

import io.gridloop.cases.Deadlines;
import io.gridloop.cases.Reopening;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a case, and the form on it that moves the deadline. */
@Controller
class CaseController {

    private final CasePage page;
    private final Deadlines deadlines;
    private final Reopening reopening;
    private final Clock clock;

    CaseController(CasePage page, Deadlines deadlines, Reopening reopening, Clock clock) {
        this.page = page;
        this.deadlines = deadlines;
        this.reopening = reopening;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNumber}")
    String show(@PathVariable String caseNumber, Principal principal, HttpServletRequest request, Model model) {
        return page.show(page.find(caseNumber, principal.getName()), principal.getName(), request, model);
    }

    /** Moves the deadline; what is wrong comes back with what was typed. For supervisors and administrators. */
    @PostMapping("/cases/{caseNumber}/deadline")
    String moveDeadline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String dueAt,
            @RequestParam(defaultValue = "") String reason,
            Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes afterwards,
            Model model) {
        if (!CasePage.mayMove(request)) {
            throw new AccessDeniedException("Only supervisors and administrators move deadlines");
        }
        var it = page.find(caseNumber, principal.getName());
        var problem = instant(dueAt)
                .map(instant -> deadlines.move(it.caseNumber(), instant, reason, principal.getName()))
                .orElse(Optional.of("请按 年-月-日 时:分 填写新的时限。"));
        if (problem.isEmpty()) {
            afterwards.addFlashAttribute("done", "办理时限已调整。");
            return "redirect:/cases/" + it.caseNumber();
        }
        model.addAttribute("problem", problem.get());
        model.addAttribute("typedDueAt", dueAt);
        model.addAttribute("typedReason", reason);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page.show(it, principal.getName(), request, model);
    }

    /** Takes a closed case up again; for the leader of its grid. */
    @PostMapping("/cases/{caseNumber}/reopen")
    String reopen(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String reason, Principal principal,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes afterwards, Model model) {
        var it = page.find(caseNumber, principal.getName());
        var problem = reopening.reopen(it.caseNumber(), reason, principal.getName());
        if (problem.isEmpty()) {
            afterwards.addFlashAttribute("done", "案件已重新办理。");
            return "redirect:/cases/" + it.caseNumber();
        }
        model.addAttribute("reopenProblem", problem.get());
        model.addAttribute("typedReason", reason);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page.show(it, principal.getName(), request, model);
    }

    /** A browser sends 2026-11-23T18:00, in the county's time. */
    private Optional<Instant> instant(String typed) {
        try {
            return Optional
                    .of(LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(clock.getZone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
