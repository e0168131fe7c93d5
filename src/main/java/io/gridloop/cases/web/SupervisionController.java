package io.gridloop.cases.web;

import io.gridloop.cases.FieldProblem;
import io.gridloop.cases.Ordering;
import io.gridloop.cases.SupervisionPages;
import io.gridloop.cases.SupervisionPanel;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The forms on the page of a case that order supervision and cancel it. */
@Controller
class SupervisionController {

    private final CasePage page;
    private final SupervisionPages supervision;
    private final Ordering ordering;

    SupervisionController(CasePage page, SupervisionPages supervision, Ordering ordering) {
        this.page = page;
        this.supervision = supervision;
        this.ordering = ordering;
    }

    /** For the supervisor and the leader of the grid. */
    @PostMapping("/cases/{caseNumber}/supervision")
    ModelAndView order(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "order", SupervisionPanel::orders, typed, who, request,
                () -> ordering.order(caseNumber, text(typed, "level"), text(typed, "kind"), text(typed, "reason"),
                        who.getName()),
                "督办已下达，承办人会收到消息和回复任务。");
    }

    /** For the supervisor. */
    @PostMapping("/cases/{caseNumber}/supervision/cancel")
    ModelAndView cancel(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "cancel", SupervisionPanel::supervises, typed, who, request,
                () -> ordering.cancel(caseNumber, text(typed, "order"), text(typed, "reason"), who.getName()),
                "督办已撤销，不计分。");
    }

    private ModelAndView answer(String caseNumber, String form, Predicate<SupervisionPanel> may,
            Map<String, String> typed, Principal who, HttpServletRequest request,
            Supplier<Optional<FieldProblem>> act, String done) {
        var it = page.find(caseNumber, who.getName());
        if (supervision.panel(it.caseNumber(), who.getName()).filter(may).isEmpty()) {
            throw new AccessDeniedException("Not theirs to do");
        }
        return act.get().map(problem -> again(it.caseNumber(), form, problem, typed, who, request)).orElseGet(() -> {
            RequestContextUtils.getOutputFlashMap(request).put("done", done);
            return new ModelAndView("redirect:/cases/" + it.caseNumber());
        });
    }

    private ModelAndView again(String caseNumber, String form, FieldProblem problem, Map<String, String> typed,
            Principal who, HttpServletRequest request) {
        var model = new ExtendedModelMap();
        model.addAttribute("supervisionSent", form).addAttribute("supervisionWrong", problem)
                .addAttribute("supervisionTyped", typed);
        var view = page.show(page.find(caseNumber, who.getName()), who.getName(), request, model);
        return new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
