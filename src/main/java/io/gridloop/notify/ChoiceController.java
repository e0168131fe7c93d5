package io.gridloop.notify;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody wants to be told, and when not; everybody chooses for themselves. */
@Controller
class ChoiceController {

    private final StaffChoices choices;
    private final NotificationController page;

    ChoiceController(StaffChoices choices, NotificationController page) {
        this.choices = choices;
        this.page = page;
    }

    /** Nothing is stored while anything is wrong. */
    @PostMapping("/account/notifications/choices")
    String keep(@ModelAttribute("typed") ChoiceForm typed, Principal who, Model model, HttpServletResponse response,
            RedirectAttributes afterwards) {
        Optional<String> problem = typed.problem();
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("choiceProblem", problem.get());
            return page.show(who, model);
        }
        choices.keep(who.getName(), typed.choices());
        afterwards.addFlashAttribute("done", "通知方式已保存。");
        return NotificationController.HERE;
    }
}
