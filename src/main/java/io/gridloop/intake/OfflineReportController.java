package io.gridloop.intake;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that phones keep for the time without a network: the same for everybody, without token and session. */
@Controller
class OfflineReportController {

    private final ReportChoices choices;

    OfflineReportController(ReportChoices choices) {
        this.choices = choices;
    }

    @GetMapping("/report/offline")
    String page(Model model) {
        choices.show(model, ReportForm.fresh("grid"), SentAnswers.none(), new Problems());
        return "report/offline";
    }
}
