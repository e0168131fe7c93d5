package io.gridloop.cases.web;

import io.gridloop.cases.Splitting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on the page of a case that splits it. */
@Controller
class SplitController {

    private final CasePage page;
    private final Splitting splitting;

    SplitController(CasePage page, Splitting splitting) {
        this.page = page;
        this.splitting = splitting;
    }

    /** Splits a case; what is wrong comes back with what was typed. Rows without a word are left out. */
    @PostMapping("/cases/{caseNumber}/split")
    String split(@PathVariable String caseNumber, @RequestParam MultiValueMap<String, String> typed,
            Principal principal, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes afterwards, Model model) {
        var it = page.find(caseNumber, principal.getName());
        var parts = parts(typed.getOrDefault("text", List.of()), typed.getOrDefault("category", List.of()));
        var problem = splitting.split(it.caseNumber(), parts, principal.getName());
        if (problem.isEmpty()) {
            afterwards.addFlashAttribute("done", "案件已拆分为%d件。".formatted(parts.size()));
            return "redirect:/cases/" + it.caseNumber();
        }
        model.addAttribute("splitProblem", problem.get());
        model.addAttribute("typedParts", parts);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page.show(it, principal.getName(), request, model);
    }

    private static List<Splitting.Part> parts(List<String> texts, List<String> categories) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Splitting.Part(texts.get(i).strip(), i < categories.size() ? categories.get(i) : ""))
                .filter(part -> !part.text().isEmpty() || !part.category().isEmpty()).toList();
    }
}
