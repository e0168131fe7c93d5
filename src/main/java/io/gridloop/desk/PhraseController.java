package io.gridloop.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where each person keeps their phrases. */
@Controller
class PhraseController {

    private static final String ADDRESS = "/desk/phrases";

    private final Phrases phrases;

    PhraseController(Phrases phrases) {
        this.phrases = phrases;
    }

    @GetMapping(ADDRESS)
    String show(Principal who, Model model) {
        model.addAttribute("phrases", phrases.of(who.getName()));
        model.addAttribute("usual", Phrases.USUAL);
        model.addAttribute("most", Phrases.MOST);
        model.addAttribute("longest", Phrases.LONGEST);
        return "desk/phrases";
    }

    /** Back to the page; 422 with the page when the phrase cannot be kept. */
    @PostMapping(ADDRESS)
    String add(@RequestParam(defaultValue = "") String text, Principal who, Model model, HttpServletResponse response) {
        return answer(phrases.add(who.getName(), tidy(text)), 0, text, who, model, response);
    }

    /** Back to the page; 422 with the page when the words cannot be kept, 404 when there is no such phrase. */
    @PostMapping(ADDRESS + "/{id}")
    String change(@PathVariable long id, @RequestParam(defaultValue = "") String text, Principal who, Model model,
            HttpServletResponse response) {
        return answer(phrases.change(who.getName(), id, tidy(text)), id, text, who, model, response);
    }

    @PostMapping(ADDRESS + "/{id}/delete")
    String delete(@PathVariable long id, Principal who) {
        phrases.delete(who.getName(), id);
        return "redirect:" + ADDRESS;
    }

    /** @param direction {@code up}; anything else is down */
    @PostMapping(ADDRESS + "/{id}/move")
    String move(@PathVariable long id, @RequestParam(defaultValue = "") String direction, Principal who) {
        phrases.move(who.getName(), id, direction.equals("up"));
        return "redirect:" + ADDRESS;
    }

    private String answer(Optional<String> problem, long id, String typed, Principal who, Model model,
            HttpServletResponse response) {
        if (problem.isEmpty()) {
            return "redirect:" + ADDRESS;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", problem.get());
        model.addAttribute("wrong", id);
        model.addAttribute("typed", typed);
        return show(who, model);
    }

    /** Browsers send a line break as two characters; one is kept, so that the count on the page holds. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
