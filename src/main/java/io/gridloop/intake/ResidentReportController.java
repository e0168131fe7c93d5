package io.gridloop.intake;

import io.gridloop.cases.Receipt;
import io.gridloop.territory.GridRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The landing page and the resident's report page; open to everybody. */
@Controller
class ResidentReportController {

    private final ReportForms forms;
    private final ReportPhotos photos;
    private final ReportChoices choices;
    private final ReportedPlaces places;
    private final OutsideNotices outside;
    private final SameMatters same;

    ResidentReportController(ReportForms forms, ReportPhotos photos, ReportChoices choices, ReportedPlaces places,
            OutsideNotices outside, SameMatters same) {
        this.forms = forms;
        this.photos = photos;
        this.choices = choices;
        this.places = places;
        this.outside = outside;
        this.same = same;
    }

    @GetMapping("/")
    String landing() {
        return "index";
    }

    /** @param grid code of the grid whose sign was scanned; without it no place is chosen yet */
    @GetMapping("/report")
    String page(@RequestParam(defaultValue = "") String grid, Model model, HttpServletResponse response) {
        Optional<GridRef> here = places.signed(grid);
        if (here.isEmpty() && !grid.isBlank()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknownGrid", true);
        }
        model.addAttribute("here", here.orElse(null));
        choices.showWithMaps(model, ReportForm.freshIn(here.map(GridRef::code).orElse("")), SentAnswers.none(),
                new Problems());
        return "report/resident";
    }

    /** What a sign at a door says, short enough to be typed. */
    @GetMapping("/g/{code}")
    String sign(@PathVariable String code, RedirectAttributes target) {
        target.addAttribute("grid", code);
        return "redirect:/report";
    }

    /**
     * @param separate whether who reports has seen the open cases close by and says that it is none of them
     * @param anyway the notices which who reports has seen and puts aside
     */
    @PostMapping("/report")
    String send(@ModelAttribute("form") ReportForm form, @RequestParam(defaultValue = "") String separate,
            @RequestParam(defaultValue = "") List<String> anyway,
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model,
            HttpServletResponse response) {
        Problems problems = new Problems();
        KeptPhotos kept = photos.take(PhotoFields.of(request), problems);
        SentReport report = new SentReport(form, SentAnswers.of(request, form.category()), kept, anyway);
        if (problems.isEmpty() && outside.show(report, sent, model)) {
            return "report/outside";
        }
        if (problems.isEmpty() && !separate.equals("true") && same.show(report, sent, model)) {
            return "report/nearby";
        }
        Optional<Receipt> receipt = forms.send(report, Sender.resident(), problems);
        if (receipt.isPresent()) {
            return "redirect:/receipt/" + receipt.get().receiptCode() + "?new";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        photos.show(kept, model);
        choices.showWithMaps(model, report.again(problems), report.answers(), problems);
        return "report/resident";
    }
}
