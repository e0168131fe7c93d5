package io.gridloop.security;

import java.security.Principal;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logins that are closed after too many wrong tries, for administrators, who can open them. */
@Controller
class LockController {

    private final LoginAttempts attempts;
    private final Clock clock;

    LockController(LoginAttempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @GetMapping("/admin/locks")
    String show(Model model) {
        model.addAttribute("closed", attempts.closed());
        model.addAttribute("zone", clock.getZone());
        return "admin/locks";
    }

    /** A login that is not closed stays as it is. */
    @PostMapping("/admin/locks/open")
    String open(@RequestParam(defaultValue = "") String login, Principal principal, RedirectAttributes afterwards) {
        if (attempts.closed().stream().anyMatch(closed -> closed.login().equals(login))) {
            attempts.open(login, principal.getName());
            afterwards.addFlashAttribute("done", login + " 可以登录了。");
        }
        return "redirect:/admin/locks";
    }
}
