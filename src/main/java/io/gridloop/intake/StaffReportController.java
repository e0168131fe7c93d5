package io.gridloop.intake;

import io.gridloop.cases.Receipt;
import io.gridloop.cases.ReceiptPages;
import io.gridloop.cases.SourceChannel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The report page of staff, who report what they found or what somebody told them; behind login. */
@Controller
class StaffReportController {

    private final ReportForms forms;
    private final ReportPhotos photos;
    private final ReportChoices choices;
    private final ReceiptPages receipts;

    StaffReportController(ReportForms forms, ReportPhotos photos, ReportChoices choices, ReceiptPages receipts) {
        this.forms = forms;
        this.photos = photos;
        this.choices = choices;
        this.receipts = receipts;
    }

    @GetMapping("/staff/report")
    String page(Model model) {
        choices.show(model, ReportForm.fresh("grid"), SentAnswers.none(), new Problems());
        return "report/staff";
    }

    @PostMapping("/staff/report")
    String send(
            @ModelAttribute("form") ReportForm form, HttpServletRequest request, Principal staff, Model model,
            HttpServletResponse response) {
        Problems problems = new Problems();
        KeptPhotos kept = photos.take(PhotoFields.of(request), problems);
        Optional<SourceChannel> channel = channel(form);
        if (channel.isEmpty()) {
            problems.add("channel", "请选择来源");
        }
        Sender sender = Sender.staff(channel.orElse(SourceChannel.PATROL), staff.getName());
        SentReport report = new SentReport(form, SentAnswers.of(request, form.category()), kept);
        Optional<Receipt> receipt = forms.send(report, sender, problems);
        if (receipt.isPresent()) {
            return "redirect:/staff/report/sent/" + receipt.get().receiptCode();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        photos.show(kept, model);
        choices.show(model, report.again(problems), report.answers(), problems);
        return "report/staff";
    }

    /** What to hand to the resident; a page of its own, so that a reload shows it again. */
    @GetMapping("/staff/report/sent/{code}")
    String sent(@PathVariable String code, Model model) {
        model.addAttribute("receipt", receipts.byReceipt(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("code", ReceiptCode.grouped(code));
        return "report/sent";
    }

    private static Optional<SourceChannel> channel(ReportForm form) {
        return ReportChoices.STAFF_CHANNELS.stream()
                .filter(channel -> channel.name().equals(form.channel()))
                .findFirst();
    }
}
