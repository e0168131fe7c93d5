package io.gridloop.intake;

import io.gridloop.cases.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The landing page and the resident's report page; open to everybody. */
@Controller
class ResidentReportController {

    private final ReportForms forms;
    private final ReportPhotos photos;
    private final ReportChoices choices;

    ResidentReportController(ReportForms forms, ReportPhotos photos, ReportChoices choices) {
        this.forms = forms;
        this.photos = photos;
        this.choices = choices;
    }

    @GetMapping("/")
    String landing() {
        return "index";
    }

    @GetMapping("/report")
    String page(Model model) {
        choices.show(model, ReportForm.fresh("grid"), new Problems());
        return "report/resident";
    }

    @PostMapping("/report")
    String send(@ModelAttribute("form") ReportForm form, HttpServletRequest request, Model model,
            HttpServletResponse response) {
        Problems problems = new Problems();
        KeptPhotos kept = photos.take(PhotoFields.of(request), problems);
        Optional<Receipt> receipt = forms.send(form, Sender.resident(), kept, problems);
        if (receipt.isPresent()) {
            return "redirect:/receipt/" + receipt.get().receiptCode() + "?new";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        photos.show(kept, model);
        choices.show(model, kept.fill(problems.has("send") ? form.withFreshKey() : form), problems);
        return "report/resident";
    }
}
