package io.gridloop.admin;

import io.gridloop.territory.ChangeRefused;
import io.gridloop.territory.CountyChanges;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import jakarta.servlet.http.HttpServletResponse;

/** Every change in two steps: a form, then a page that shows what it does; nothing is stored before the second. */
@Controller
class ChangeController {

    /** Fits the rules; stands for the password that is typed only on the second page. */
    private static final String ANY_PASSWORD = "not-yet-typed";

    private final FormReader reader;
    private final FormChoices choices;
    private final Previews previews;
    private final CountyChanges changes;

    ChangeController(FormReader reader, FormChoices choices, Previews previews, CountyChanges changes) {
        this.reader = reader;
        this.choices = choices;
        this.previews = previews;
        this.changes = changes;
    }

    @GetMapping("/admin/change/{kind}")
    String form(@PathVariable String kind, @ModelAttribute("form") ChangeForm form, Model model) {
        return formPage(kind(kind), form, model);
    }

    /** Shows what the change does; what is wrong comes back with what was typed. */
    @PostMapping("/admin/change/{kind}/preview")
    String preview(@PathVariable String kind, @ModelAttribute("form") ChangeForm form, Principal who, Model model,
            HttpServletResponse response) {
        try {
            var preview = previews.of(reader.read(kind(kind), form, ANY_PASSWORD), who.getName());
            return previewPage(kind(kind), form, preview, model);
        } catch (ChangeRefused | FormProblem e) {
            return problem(kind(kind), form, e.getMessage(), model, response);
        }
    }

    @PostMapping("/admin/change/{kind}")
    String make(@PathVariable String kind, @ModelAttribute("form") ChangeForm form,
            @RequestParam(defaultValue = "") String password, Principal who, Model model,
            HttpServletResponse response, RedirectAttributes afterwards) {
        try {
            var made = changes.make(reader.read(kind(kind), form, password), who.getName());
            afterwards.addFlashAttribute("made", made);
            return "redirect:/admin/changes";
        } catch (ChangeRefused | FormProblem e) {
            return problem(kind(kind), form, e.getMessage(), model, response);
        }
    }

    private String problem(FormKind kind, ChangeForm form, String problem, Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problem.lines().toList());
        return formPage(kind, form, model);
    }

    private String formPage(FormKind kind, ChangeForm form, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("choices", choices.of(kind, form));
        return "admin/change";
    }

    private static String previewPage(FormKind kind, ChangeForm form, Preview preview, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("preview", preview);
        return "admin/preview";
    }

    private static FormKind kind(String code) {
        return FormKind.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个页面"));
    }
}
