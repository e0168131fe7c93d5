package io.gridloop.security;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody is logged in, and how to end that. */
@Controller
class AccountController {

    private final StaffSessions sessions;
    private final Clock clock;

    AccountController(StaffSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/account")
    String show(Principal principal, HttpSession session, Model model) {
        model.addAttribute("login", principal.getName());
        model.addAttribute("sessions", sessions.of(principal.getName()));
        model.addAttribute("here", here(session));
        model.addAttribute("zone", clock.getZone());
        return "account";
    }

    @PostMapping("/account/sessions/end")
    String endOthers(Principal principal, HttpSession session, RedirectAttributes afterwards) {
        var ended = sessions.endOthers(principal.getName(), here(session));
        afterwards.addFlashAttribute("done", "已结束别处的%d个登录。".formatted(ended));
        return "redirect:/account";
    }

    private static UUID here(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(SessionGuard.ID)).map(UUID.class::cast)
                .orElse(new UUID(0, 0));
    }
}
