package io.gridloop.notify;

import java.security.Principal;
import java.time.Clock;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member of staff was told of cases. */
@Controller
class MessageController {

    private static final int ROWS = 20;

    private final StaffMessages messages;
    private final Clock clock;

    MessageController(StaffMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/desk/messages")
    String list(@RequestParam(defaultValue = "0") String page, Principal who, Model model) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        model.addAttribute("messages", messages.list(who.getName(), PageRequest.of(number, ROWS)));
        model.addAttribute("zone", clock.getZone());
        return "desk/messages";
    }

    @PostMapping("/desk/messages/read")
    String markAllRead(Principal who) {
        messages.markAllRead(who.getName());
        return "redirect:/desk/messages";
    }
}
