package io.gridloop.notify;

import java.time.Clock;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages that could not be delivered, for administrators, who can have them sent again. */
@Controller
class DeliveryController {

    private static final int ROWS = 20;
    private static final String HERE = "redirect:/admin/deliveries";

    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @GetMapping("/admin/deliveries")
    String show(@RequestParam(defaultValue = "0") String page, Model model) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        model.addAttribute("failed", deliveries.failed(PageRequest.of(number, ROWS)));
        model.addAttribute("waiting", deliveries.count("WAITING"));
        model.addAttribute("sent", deliveries.count("SENT"));
        model.addAttribute("zone", clock.getZone());
        return "admin/deliveries";
    }

    /** One of them. What has not failed stays as it is. */
    @PostMapping("/admin/deliveries/retry")
    String retry(@RequestParam(defaultValue = "") String id, RedirectAttributes afterwards) {
        boolean again = id.matches("[1-9]\\d{0,17}") && deliveries.retry(Long.parseLong(id), clock.instant()) > 0;
        afterwards.addFlashAttribute("done", again ? "消息马上重新发送。" : "没有这条发送失败的消息。");
        return HERE;
    }

    /** All of them. */
    @PostMapping("/admin/deliveries/retry-all")
    String retryAll(RedirectAttributes afterwards) {
        afterwards.addFlashAttribute("done", "重新发送%d条消息。".formatted(deliveries.retry(0, clock.instant())));
        return HERE;
    }
}
