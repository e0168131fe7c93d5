package io.gridloop.intake;

import io.gridloop.cases.OutsideMatter;
import io.gridloop.cases.OutsideMatters;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * Says before a case is made that a matter belongs elsewhere, and where. Words can be wrong, so that who reports may
 * insist; staff then read that they did.
 */
@Component
class OutsideNotices {

    private final OutsideMatters matters;
    private final ReportForms forms;

    OutsideNotices(OutsideMatters matters, ReportForms forms) {
        this.matters = matters;
        this.forms = forms;
    }

    /**
     * Puts what has to be said on a page.
     *
     * @param sent all that came with the form, so that the page can hand it on
     * @return whether there is anything to say that was not said before; of a form with a problem and in an emergency
     *     nothing is
     */
    boolean show(SentReport report, MultiValueMap<String, String> sent, Model model) {
        List<OutsideMatter> unsaid = matters.of(report.form().category(), report.form().text()).stream()
                .filter(it -> !report.insisted().contains(it.code())).toList();
        if (unsaid.isEmpty() || !report.form().emergencyLine().isEmpty() || isWrong(report)) {
            return false;
        }
        model.addAttribute("matters", unsaid);
        model.addAttribute("taken", unsaid.stream().allMatch(OutsideMatter::taken));
        model.addAttribute("sent", SentAgain.of(sent, report.photos()));
        return true;
    }

    private boolean isWrong(SentReport report) {
        Problems problems = new Problems();
        forms.report(report, Sender.resident(), problems);
        return !problems.isEmpty();
    }
}
