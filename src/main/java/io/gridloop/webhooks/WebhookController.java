package io.gridloop.webhooks;

import static java.util.stream.Collectors.toMap;

import io.gridloop.security.ApiKey;
import io.gridloop.security.ApiKeys;
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

/** The addresses that are told, for administrators: how it goes, a new one, the end of one. */
@Controller
class WebhookController {

    private final Webhooks webhooks;
    private final ApiKeys keys;
    private final WebhookProperties settings;
    private final Clock clock;

    WebhookController(Webhooks webhooks, ApiKeys keys, WebhookProperties settings, Clock clock) {
        this.webhooks = webhooks;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/admin/webhooks")
    String show(@ModelAttribute("form") WebhookForm form, Model model) {
        var all = keys.all();
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("keys", all.stream().filter(ApiKey::inForce).toList());
        model.addAttribute("labels", all.stream().collect(toMap(ApiKey::id, ApiKey::label)));
        model.addAttribute("zone", clock.getZone());
        return "admin/webhooks";
    }

    /** The secret stands on the next page alone: a second look at that page does not show it again. */
    @PostMapping("/admin/webhooks")
    String create(@ModelAttribute("form") WebhookForm form, Principal who, Model model, HttpServletResponse response,
            RedirectAttributes afterwards) {
        Optional<ApiKey> key = keys.all().stream().filter(ApiKey::inForce)
                .filter(it -> String.valueOf(it.id()).equals(form.keyId())).findFirst();
        Optional<String> problem = key.isEmpty()
                ? Optional.of("请选择一个在用的密钥。")
                : form.problem(settings.plainHttp());
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", problem.get());
            return show(form, model);
        }
        afterwards.addFlashAttribute("fresh",
                webhooks.create(key.orElseThrow().id(), key.orElseThrow().client(), form.url(), who.getName()));
        return "redirect:/admin/webhooks";
    }

    /** What is not in force stays as it is. */
    @PostMapping("/admin/webhooks/end")
    String end(@RequestParam(defaultValue = "") String id, Principal who, RedirectAttributes afterwards) {
        boolean ended = id.matches("\\d{1,18}")
                && webhooks.end(Long.parseLong(id), who.getName(), "由管理员停用。");
        afterwards.addFlashAttribute("done", ended ? "推送已停用，立即生效。" : "没有这个在用的推送地址。");
        return "redirect:/admin/webhooks";
    }
}
