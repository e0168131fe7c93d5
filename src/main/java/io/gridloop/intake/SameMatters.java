package io.gridloop.intake;

import io.gridloop.cases.Joining;
import io.gridloop.cases.NearbyCase;
import io.gridloop.cases.NearbyCases;
import io.gridloop.cases.Report;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Asks who reports whether it is one of the open cases close by, and lets them join it instead. */
@Component
class SameMatters {

    private final ReportForms forms;
    private final NearbyCases nearby;
    private final Joining joining;

    SameMatters(ReportForms forms, NearbyCases nearby, Joining joining) {
        this.forms = forms;
        this.nearby = nearby;
        this.joining = joining;
    }

    /**
     * Puts the question on a page.
     *
     * @param report the page hands its photographs on
     * @param sent all that came with the form, so that the page can hand it on
     * @return whether there is anything to ask; of a form with a problem nothing is asked
     */
    boolean show(SentReport report, MultiValueMap<String, String> sent, Model model) {
        var near = near(report);
        model.addAttribute("near", near);
        model.addAttribute("sent", SentAgain.of(sent, report.photos()));
        return !near.isEmpty();
    }

    /**
     * Joins the case with this number.
     *
     * @return the receipt code; empty when the case cannot be joined, or when something is wrong with the form, which
     *     then stands in {@code problems}
     */
    Optional<String> join(SentReport sent, String caseNumber, Problems problems) {
        Report report = forms.report(sent, Sender.resident(), problems);
        return problems.isEmpty() ? joining.join(report, caseNumber) : Optional.empty();
    }

    private List<NearbyCase> near(SentReport sent) {
        Problems problems = new Problems();
        Report report = forms.report(sent, Sender.resident(), problems);
        return problems.isEmpty() ? nearby.of(report) : List.of();
    }
}
