package io.gridloop.cases.web;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.FieldProblem;
import io.gridloop.cases.RemindingCoHandlers;
import io.gridloop.cases.TogetherPages;
import io.gridloop.cases.TogetherPanel;
import io.gridloop.cases.Whistling;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The forms on the page of a case that call other departments, or remind them. */
@Controller
class TogetherController {

    private final CasePage page;
    private final TogetherPages together;
    private final RemindingCoHandlers reminding;
    private final Whistling whistling;

    TogetherController(CasePage page, TogetherPages together, RemindingCoHandlers reminding, Whistling whistling) {
        this.page = page;
        this.together = together;
        this.reminding = reminding;
        this.whistling = whistling;
    }

    /** For whoever handles the case, and for the leader of its grid. */
    @PostMapping("/cases/{caseNumber}/reminder")
    ModelAndView remind(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String assistance,
            Principal who, HttpServletRequest request) {
        var it = page.find(caseNumber, who.getName());
        if (!panel(it, who).mayRemind()) {
            throw new AccessDeniedException("Not theirs to do");
        }
        return reminding.remind(it.caseNumber(), assistance, who.getName())
                .map(problem -> again(it, "reminder", new FieldProblem("reminder", problem), Map.of(), List.of(), who,
                        request))
                .orElseGet(() -> afterwards(it, request, "已提醒协办。"));
    }

    /** For the leader of the grid and its street. */
    @PostMapping("/cases/{caseNumber}/whistle")
    ModelAndView blow(@PathVariable String caseNumber, @RequestParam Map<String, String> typed,
            @RequestParam(name = "departments", required = false) Optional<List<String>> departments, Principal who,
            HttpServletRequest request) {
        var it = page.find(caseNumber, who.getName());
        var called = departments.orElse(List.of());
        return whistling.blow(it.caseNumber(), called, text(typed, "reason"), text(typed, "place"),
                text(typed, "hours"), who.getName())
                .map(problem -> again(it, "whistle", problem, typed, called, who, request))
                .orElseGet(() -> afterwards(it, request, "哨已吹响，被召集的部门会收到报到任务。"));
    }

    private TogetherPanel panel(CaseView it, Principal who) {
        return together.panel(it.caseNumber(), who.getName()).orElseThrow();
    }

    private ModelAndView again(CaseView it, String form, FieldProblem problem, Map<String, String> typed,
            List<String> called, Principal who, HttpServletRequest request) {
        var model = new ExtendedModelMap();
        model.addAttribute("sent", form).addAttribute("wrong", problem).addAttribute("typed", typed)
                .addAttribute("called", called);
        var view = page.show(page.find(it.caseNumber(), who.getName()), who.getName(), request, model);
        return new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static ModelAndView afterwards(CaseView it, HttpServletRequest request, String done) {
        RequestContextUtils.getOutputFlashMap(request).put("done", done);
        return new ModelAndView("redirect:/cases/" + it.caseNumber());
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
