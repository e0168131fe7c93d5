package io.gridloop.security;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of programs outside gridloop, for administrators: who has one, a new one, the end of one. */
@Controller
class ApiKeyController {

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/admin/api-keys")
    String show(@ModelAttribute("form") ApiKeyForm form, Model model) {
        model.addAttribute("keys", keys.all());
        model.addAttribute("zone", clock.getZone());
        return "admin/api-keys";
    }

    /** The new key stands on the next page alone: a second look at that page does not show it again. */
    @PostMapping("/admin/api-keys")
    String create(@ModelAttribute("form") ApiKeyForm form, Principal who, Model model, HttpServletResponse response,
            RedirectAttributes afterwards) {
        Optional<String> problem = form.problem();
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", problem.get());
            return show(form, model);
        }
        afterwards.addFlashAttribute("fresh", keys.create(form.label(), form.times(), who.getName()));
        return "redirect:/admin/api-keys";
    }

    /** What is no key in force stays as it is. */
    @PostMapping("/admin/api-keys/revoke")
    String revoke(@RequestParam(defaultValue = "") String id, Principal who, RedirectAttributes afterwards) {
        boolean revoked = id.matches("\\d{1,18}") && keys.revoke(Long.parseLong(id), who.getName());
        afterwards.addFlashAttribute("done", revoked ? "密钥已停用，立即生效。" : "没有这个在用的密钥。");
        return "redirect:/admin/api-keys";
    }
}
