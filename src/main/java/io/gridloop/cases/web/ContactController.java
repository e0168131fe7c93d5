package io.gridloop.cases.web;

import io.gridloop.cases.CasePages;
import io.gridloop.cases.Contacts;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows a reporter's contact once, for a reason. */
@Controller
class ContactController {

    private final CasePages cases;
    private final Contacts contacts;

    ContactController(CasePages cases, Contacts contacts) {
        this.cases = cases;
        this.contacts = contacts;
    }

    @PostMapping("/cases/{caseNumber}/contact")
    String show(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String reason, Principal principal,
            HttpServletResponse response, Model model) {
        var it = cases.byNumber(caseNumber, principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个案件"));
        if (!it.dealsWithReporter()) {
            throw new AccessDeniedException("Only who deals with the reporter sees the contact");
        }
        var contact = contacts.show(it.caseNumber(), principal.getName(), reason);
        model.addAttribute("number", it.caseNumber());
        model.addAttribute("contact", contact);
        model.addAttribute("typedReason", reason);
        if (contact.problem() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return "cases/contact";
    }
}
