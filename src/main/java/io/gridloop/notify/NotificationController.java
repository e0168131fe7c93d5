package io.gridloop.notify;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody wants to be reached outside of gridloop's pages; everybody sets their own. */
@Controller
class NotificationController {

    static final String HERE = "redirect:/account/notifications";

    private final StaffContacts contacts;
    private final StaffChoices choices;
    private final Channels channels;

    NotificationController(StaffContacts contacts, StaffChoices choices, Channels channels) {
        this.contacts = contacts;
        this.choices = choices;
        this.channels = channels;
    }

    @GetMapping("/account/notifications")
    String show(Principal who, Model model) {
        model.addAttribute("contact", contacts.of(who.getName()));
        model.addAttribute("chosen", choices.of(who.getName()));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("channels", channels.all().stream().map(each -> each.channel().label()).toList());
        return "notifications";
    }

    /** Nothing is stored while anything is wrong. */
    @PostMapping("/account/notifications/contact")
    String keepContact(@ModelAttribute("form") ContactForm form, Principal who, Model model,
            HttpServletResponse response, RedirectAttributes afterwards) {
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problems", problems);
            return show(who, model);
        }
        contacts.keep(who.getName(), form.over(contacts.of(who.getName())));
        afterwards.addFlashAttribute("done", "联系方式已保存。");
        return HERE;
    }
}
