package io.gridloop.desk;

import io.gridloop.cases.CasePhotos;
import io.gridloop.cases.RequestPages;
import io.gridloop.cases.TaskPage;
import io.gridloop.cases.TaskPages;
import io.gridloop.cases.Tasks;
import io.gridloop.cases.TogetherPages;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a task shows, whichever of its forms was sent. */
@Component
class DeskPage {

    private final Tasks tasks;
    private final TaskPages pages;
    private final RequestPages requests;
    private final TogetherPages together;
    private final CasePhotos photos;
    private final HandlingPhotos handling;
    private final Phrases phrases;
    private final Clock clock;

    DeskPage(Tasks tasks, TaskPages pages, RequestPages requests, TogetherPages together, CasePhotos photos,
            HandlingPhotos handling, Phrases phrases, Clock clock) {
        this.tasks = tasks;
        this.pages = pages;
        this.requests = requests;
        this.together = together;
        this.photos = photos;
        this.handling = handling;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** The task, when it is this person's to answer. */
    Optional<TaskPage> find(long key, String login) {
        return pages.find(key).filter(found -> tasks.mayAnswer(login, found.task()));
    }

    /** Fills the page and names its template. */
    String show(TaskPage page, String login, Model model) {
        var task = page.task();
        model.addAttribute("page", page);
        model.addAttribute("task", task);
        model.addAttribute("it", page.of());
        model.addAttribute("light", DeskLight.of(task));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("login", login);
        model.addAttribute("phrases", phrases.offered(login));
        model.addAttribute("photos", photos.byKind(task.caseId()));
        model.addAttribute("removable", handling.removable(task, login));
        if (HandlingPhotos.takes(task)) {
            model.addAttribute("photoKinds", HandlingPhotos.KINDS);
        }
        requests.panel(task.caseNumber(), login).ifPresent(panel -> model.addAttribute("panel", panel));
        together.panel(task.caseNumber(), login).ifPresent(panel -> model.addAttribute("together", panel));
        return "desk/task";
    }

    /** The page that there is no such task, or not for this person. */
    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "desk/unknown";
    }
}
