package io.gridloop.cases.web;

import io.gridloop.cases.CasePages;
import io.gridloop.cases.CasePhotos;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Categories;
import io.gridloop.cases.Deadlines;
import io.gridloop.cases.EngineAddresses;
import io.gridloop.cases.RequestPages;
import io.gridloop.cases.SupervisionPages;
import io.gridloop.cases.TogetherPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the page of a case shows, whichever of its forms was sent. */
@Component
class CasePage {

    private final CasePages cases;
    private final CasePhotos photos;
    private final RequestPages requests;
    private final SupervisionPages supervision;
    private final TogetherPages together;
    private final Deadlines deadlines;
    private final Categories categories;
    private final EngineAddresses engine;
    private final Clock clock;

    CasePage(CasePages cases, CasePhotos photos, RequestPages requests, SupervisionPages supervision,
            TogetherPages together,
            Deadlines deadlines, Categories categories, EngineAddresses engine, Clock clock) {
        this.cases = cases;
        this.photos = photos;
        this.requests = requests;
        this.supervision = supervision;
        this.together = together;
        this.deadlines = deadlines;
        this.categories = categories;
        this.engine = engine;
        this.clock = clock;
    }

    /** The case as somebody sees it; 404 when it lies out of their scope. */
    CaseView find(String caseNumber, String login) {
        return cases.byNumber(caseNumber, login)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个案件"));
    }

    /** Fills the page and names its template. */
    String show(CaseView it, String login, HttpServletRequest request, Model model) {
        model.addAttribute("it", it);
        model.addAttribute("photos", photos.byKind(it.caseId()));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("operate", engine.ofInstance(it.processInstanceKey()));
        model.addAttribute("categories", it.splittable() ? categories.all() : List.of());
        model.addAttribute("movable", mayMove(request) && deadlines.movable(it.caseNumber(), login));
        supervision.panel(it.caseNumber(), login).ifPresent(panel -> model.addAttribute("supervision", panel));
        requests.panel(it.caseNumber(), login).ifPresent(panel -> model.addAttribute("panel", panel));
        together.panel(it.caseNumber(), login).ifPresent(panel -> model.addAttribute("together", panel));
        return "cases/case";
    }

    static boolean mayMove(HttpServletRequest request) {
        return request.isUserInRole("SUPERVISOR") || request.isUserInRole("ADMIN");
    }
}
