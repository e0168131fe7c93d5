package io.gridloop.partners;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.Clock;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases that partners have, for administrators, who can have the failed ones sent again. */
@Controller
class PartnerController {

    private static final int ROWS = 20;

    private final Partners partners;
    private final PartnerRequests requests;
    private final Clock clock;

    PartnerController(Partners partners, PartnerRequests requests, Clock clock) {
        this.partners = partners;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/admin/partners")
    String show(@RequestParam(defaultValue = "0") String page, Model model) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        var shown = requests.all(PageRequest.of(number, ROWS));
        model.addAttribute("requests", shown);
        model.addAttribute("partners", partners.all().stream()
                .map(it -> "%s：%s".formatted(partners.name(it.department()), it.address())).toList());
        model.addAttribute("names", shown.map(PartnerRequest::department).stream().distinct()
                .collect(toMap(identity(), partners::name)));
        model.addAttribute("zone", clock.getZone());
        return "admin/partners";
    }

    /** What has not failed stays as it is. */
    @PostMapping("/admin/partners/retry")
    String retry(@RequestParam(defaultValue = "") String id, Principal who, RedirectAttributes afterwards) {
        boolean again = id.matches("[1-9]\\d{0,17}") && requests.retry(Long.parseLong(id), who.getName());
        afterwards.addFlashAttribute("done", again ? "马上重新发送。" : "没有这件发送失败的案件。");
        return "redirect:/admin/partners";
    }
}
