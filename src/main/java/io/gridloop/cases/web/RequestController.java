package io.gridloop.cases.web;

import io.gridloop.cases.Permitting;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Extending;
import io.gridloop.cases.FieldProblem;
import io.gridloop.cases.RequestPages;
import io.gridloop.cases.RequestPanel;
import io.gridloop.cases.Suspending;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The forms on the page of a case that ask for another deadline, and decide on it. What is wrong comes back with what
 * was typed.
 */
@Controller
class RequestController {

    private final CasePage page;
    private final RequestPages requests;
    private final Extending extending;
    private final Suspending suspending;
    private final Permitting permitting;

    RequestController(CasePage page, RequestPages requests, Extending extending, Suspending suspending,
            Permitting permitting) {
        this.page = page;
        this.requests = requests;
        this.extending = extending;
        this.suspending = suspending;
        this.permitting = permitting;
    }

    /** For whoever handles the case. */
    @PostMapping("/cases/{caseNumber}/extension")
    ModelAndView extend(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "extension", RequestPanel::handles, typed, who, request,
                it -> extending.ask(it.caseNumber(), text(typed, "amount"), text(typed, "unit"), text(typed, "reason"),
                        who.getName()),
                "延期申请已提交，等待网格长审核。");
    }

    /** For whoever handles the case. */
    @PostMapping("/cases/{caseNumber}/suspension")
    ModelAndView suspend(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "suspension", RequestPanel::handles, typed, who, request,
                it -> suspending.ask(it.caseNumber(), text(typed, "cause"), text(typed, "reviewOn"),
                        text(typed, "reason"), who.getName()),
                "挂账申请已提交，等待网格长审核。");
    }

    /** For the leader of the grid and the supervisor. */
    @PostMapping("/cases/{caseNumber}/resumption")
    ModelAndView resume(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "resumption", panel -> panel.leads() || panel.supervises(), typed, who, request,
                it -> suspending.resume(it.caseNumber(), who.getName()), "已恢复计时。");
    }

    /** For the leader of the grid. */
    @PostMapping("/cases/{caseNumber}/requests/opinion")
    ModelAndView opine(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "opinion", RequestPanel::leads, typed, who, request,
                it -> permitting.opine(it.caseNumber(), text(typed, "request"), text(typed, "decision"),
                        text(typed, "note"), who.getName()),
                "审核意见已提交。");
    }

    /** For the supervisor. */
    @PostMapping("/cases/{caseNumber}/requests/decision")
    ModelAndView decide(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, Principal who,
            HttpServletRequest request) {
        return answer(caseNumber, "decision", RequestPanel::supervises, typed, who, request,
                it -> permitting.decide(it.caseNumber(), text(typed, "request"), text(typed, "decision"),
                        text(typed, "amount"), text(typed, "note"), who.getName()),
                "审批已完成。");
    }

    private ModelAndView answer(String caseNumber, String form, Predicate<RequestPanel> may, Map<String, String> typed,
            Principal who, HttpServletRequest request, Function<CaseView, Optional<FieldProblem>> act, String done) {
        var it = page.find(caseNumber, who.getName());
        if (requests.panel(it.caseNumber(), who.getName()).filter(may).isEmpty()) {
            throw new AccessDeniedException("Not theirs to do");
        }
        return act.apply(it).map(problem -> again(it.caseNumber(), form, problem, typed, who, request))
                .orElseGet(() -> afterwards(it, request, done));
    }

    private ModelAndView again(String caseNumber, String form, FieldProblem problem, Map<String, String> typed,
            Principal who, HttpServletRequest request) {
        var model = new ExtendedModelMap();
        model.addAttribute("sent", form).addAttribute("wrong", problem).addAttribute("typed", typed);
        var view = page.show(page.find(caseNumber, who.getName()), who.getName(), request, model);
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
