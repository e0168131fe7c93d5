package io.gridloop.intake;

import io.gridloop.cases.ReceiptPages;
import io.gridloop.cases.ReceiptView;
import io.gridloop.cases.Withdrawing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where whoever has the receipt code takes the case back: a page that says what it means, and its one button. */
@Controller
class WithdrawalController {

    private final ReceiptPages receipts;
    private final Withdrawing withdrawing;

    WithdrawalController(ReceiptPages receipts, Withdrawing withdrawing) {
        this.receipts = receipts;
        this.withdrawing = withdrawing;
    }

    @GetMapping("/receipt/{code}/withdraw")
    String ask(@PathVariable String code, Model model, HttpServletResponse response) {
        return page(code, "", new Problems(), model, response);
    }

    @PostMapping("/receipt/{code}/withdraw")
    String withdraw(@PathVariable String code, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response, RedirectAttributes afterwards) {
        var problem = withdrawing.withdraw(code, reason);
        if (problem.isEmpty()) {
            afterwards.addFlashAttribute("done", "已经撤回。这件事不再办理，办理过程里留有记录。");
            return "redirect:/receipt/" + ReceiptCode.plain(code);
        }
        var problems = new Problems();
        problems.add("reason", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(code, reason, problems, model, response);
    }

    private String page(String code, String reason, Problems problems, Model model, HttpServletResponse response) {
        ReceiptController.keepPrivate(response);
        Optional<ReceiptView> found = receipts.byReceipt(code);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "receipt/unknown";
        }
        model.addAttribute("receipt", found.get());
        model.addAttribute("words", StateWords.of(found.get()));
        model.addAttribute("code", ReceiptCode.plain(code));
        model.addAttribute("reason", reason);
        model.addAttribute("longest", Withdrawing.LONGEST_REASON);
        model.addAttribute("problems", problems);
        return "receipt/withdraw";
    }
}
