package io.gridloop.intake;

import io.gridloop.cases.ReceiptPages;
import io.gridloop.cases.ReceiptView;
import io.gridloop.notify.ResidentMessages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipt page; the code is the only key to it, so the page is never kept, indexed or named to another site. */
@Controller
class ReceiptController {

    private final ReceiptPages receipts;
    private final ResidentMessages messages;

    ReceiptController(ReceiptPages receipts, ResidentMessages messages) {
        this.receipts = receipts;
        this.messages = messages;
    }

    @GetMapping("/receipt")
    String page(Model model) {
        model.addAttribute("problems", new Problems());
        return "receipt/find";
    }

    @PostMapping("/receipt")
    String find(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        String plain = ReceiptCode.plain(code);
        if (!plain.isEmpty()) {
            return "redirect:/receipt/" + plain;
        }
        Problems problems = new Problems();
        problems.add("code", "请填写回执码，例如 ABCD-2345-EFGH-6789");
        model.addAttribute("problems", problems);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "receipt/find";
    }

    @GetMapping("/receipt/{code}")
    String receipt(
            @PathVariable String code,
            @RequestParam(name = "new", required = false) Optional<String> fresh,
            Model model,
            HttpServletResponse response) {
        keepPrivate(response);
        Optional<ReceiptView> found = receipts.byReceipt(ReceiptCode.plain(code));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "receipt/unknown";
        }
        model.addAttribute("receipt", found.get());
        model.addAttribute("code", ReceiptCode.grouped(code));
        model.addAttribute("plainCode", ReceiptCode.plain(code));
        model.addAttribute("words", StateWords.of(found.get()));
        model.addAttribute("messages", messages.of(found.get().caseId()));
        model.addAttribute("fresh", fresh.isPresent());
        return "receipt/receipt";
    }

    /** The address of such a page is a key: nobody keeps, indexes or passes it on. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
