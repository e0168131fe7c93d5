package io.gridloop.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the audit trail, for administrators. What a filter does not understand, it leaves out. */
@Controller
class AuditController {

    private static final int ROWS = 50;
    private static final int ROWS_OF_FILE = 100_000;
    // Longer trails are checked when somebody asks: every entry is read.
    private static final int CHECKED_EACH_TIME = 20_000;

    private final AuditTrail trail;
    private final AuditPages pages;
    private final Clock clock;

    AuditController(AuditTrail trail, AuditPages pages, Clock clock) {
        this.trail = trail;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute("filter")
    AuditFilter filter(@RequestParam(defaultValue = "") String actor, @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return new AuditFilter(text(actor), text(subject), text(action), day(from), day(to));
    }

    @GetMapping("/admin/audit")
    String show(@ModelAttribute("filter") AuditFilter filter, @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "false") String check, Model model) {
        var entries = pages.list(filter, PageRequest.of(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0, ROWS));
        var all = pages.list(new AuditFilter(null, null, null, null, null), PageRequest.of(0, 1)).getTotalElements();
        model.addAttribute("entries", entries);
        model.addAttribute("actions", pages.actions());
        model.addAttribute("chain", all <= CHECKED_EACH_TIME || check.equals("true") ? trail.verify() : null);
        model.addAttribute("zone", clock.getZone());
        return "admin/audit";
    }

    @GetMapping("/admin/audit.csv")
    ResponseEntity<byte[]> file(@ModelAttribute("filter") AuditFilter filter) {
        var file = AuditFile.of(pages.list(filter, PageRequest.of(0, ROWS_OF_FILE)).getContent());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("audit.csv").build().toString())
                .body(file);
    }

    private static @Nullable String text(String typed) {
        // PostgreSQL takes no NUL.
        var text = typed.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 9000 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
