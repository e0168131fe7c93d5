package io.gridloop.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where who was about to report joins an open case close by instead; open to everybody. */
@Controller
class JoiningController {

    private final SameMatters same;
    private final ReportPhotos photos;
    private final ReportChoices choices;

    JoiningController(SameMatters same, ReportPhotos photos, ReportChoices choices) {
        this.same = same;
        this.photos = photos;
        this.choices = choices;
    }

    @PostMapping("/report/join")
    String join(@ModelAttribute("form") ReportForm form, @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model,
            HttpServletResponse response) {
        Problems problems = new Problems();
        KeptPhotos kept = photos.take(PhotoFields.of(request), problems);
        SentReport report = new SentReport(form, SentAnswers.of(request, form.category()), kept);
        Optional<String> receipt = same.join(report, caseNumber, problems);
        if (receipt.isPresent()) {
            return "redirect:/receipt/" + receipt.get() + "?new";
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            photos.show(kept, model);
            choices.showWithMaps(model, report.again(problems), report.answers(), problems);
            return "report/resident";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("gone", true);
        same.show(report, sent, model);
        return "report/nearby";
    }
}
