package io.gridloop.intake;

import io.gridloop.cases.SourceChannel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a grid worker files in two taps what they found on patrol and handled at once. */
@Controller
class OnTheSpotController {

    private static final String ADDRESS = "/desk/on-the-spot";

    private final ReportForms forms;
    private final ReportPhotos photos;
    private final OnTheSpotPage page;

    OnTheSpotController(ReportForms forms, ReportPhotos photos, OnTheSpotPage page) {
        this.forms = forms;
        this.photos = photos;
        this.page = page;
    }

    @GetMapping(ADDRESS)
    String show(Principal worker, Model model) {
        var login = worker.getName();
        return page.show(page.fresh(login), login, new Problems(), model);
    }

    /** Back to the empty page, which names the case; 422 with the page and all that was typed when something is wrong. */
    @PostMapping(ADDRESS)
    String send(@ModelAttribute("spot") OnTheSpotForm form, HttpServletRequest request, Principal worker, Model model,
            HttpServletResponse response, RedirectAttributes afterwards) {
        var login = worker.getName();
        var problems = new Problems();
        var kept = photos.take(PhotoFields.of(request), problems);
        page.check(form, login, problems);
        var report = new SentReport(form.report(page.matter(form)), SentAnswers.none(), kept);
        var receipt = forms.send(report, Sender.staff(SourceChannel.PATROL, login), problems);
        if (receipt.isPresent()) {
            afterwards.addFlashAttribute("filed", receipt.get().caseNumber());
            return "redirect:" + ADDRESS;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        // Where it was shot fills nothing here: the phone's own position is a button.
        photos.show(new KeptPhotos(kept.all(), null), model);
        return page.show(mended(form, problems), login, problems, model);
    }

    /** Nobody types a position here, so that one which is no good is dropped and the grid counts. */
    private static OnTheSpotForm mended(OnTheSpotForm form, Problems problems) {
        var noPosition = problems.has("longitude") || problems.has("latitude") || problems.has("send");
        return noPosition ? form.withoutPosition() : form;
    }
}
