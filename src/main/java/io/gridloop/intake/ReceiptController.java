package io.gridloop.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds and shows the receipt page. */
@Controller
class ReceiptController {

    private final ReceiptPage page;
    private final PublicLinks links;

    ReceiptController(ReceiptPage page, PublicLinks links) {
        this.page = page;
        this.links = links;
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
        model.addAttribute("fresh", fresh.isPresent());
        model.addAttribute("picture",
                fresh.map(it -> QrCode.picture(links.receipt(ReceiptCode.plain(code)))).orElse(null));
        return page.show(code, null, new Problems(), model, response);
    }

    /** The address of such a page is a key: nobody keeps, indexes or passes it on. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
