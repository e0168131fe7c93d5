package io.gridloop.desk;

import io.gridloop.cases.TaskGoneException;
import io.gridloop.photos.ChosenFiles;
import io.gridloop.photos.PhotoKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds photographs of the handling to a case from the page of its task, and takes them off again. */
@Controller
class HandlingPhotoController {

    private final DeskPage desk;
    private final PhotoTaking taking;
    private final HandlingPhotos photos;

    HandlingPhotoController(DeskPage desk, PhotoTaking taking, HandlingPhotos photos) {
        this.desk = desk;
        this.taking = taking;
        this.photos = photos;
    }

    /** Back to the page; 422 with the page when a file was not taken, the others are. 409 when the task is over. */
    @PostMapping("/desk/tasks/{key}/photos")
    String add(@PathVariable long key, @RequestParam(defaultValue = "") String kind, HttpServletRequest request,
            Principal principal, HttpServletResponse response, Model model) {
        var login = principal.getName();
        var page = desk.find(key, login);
        if (page.isEmpty()) {
            return DeskPage.unknown(response);
        }
        try {
            // Before any file is looked at.
            HandlingPhotos.refuseOther(page.get().task());
            var shown = kind(kind);
            var problem = shown.isEmpty()
                    ? Optional.of("请选择照片内容：处置前、处置后近景或处置后远景")
                    : taking.take(key, login, shown.get(), ChosenFiles.of(request));
            return problem.isEmpty()
                    ? back(key)
                    : refused(key, login, kind, problem.get(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
        } catch (TaskGoneException gone) {
            return refused(key, login, kind, String.valueOf(gone.getMessage()), HttpStatus.CONFLICT, response, model);
        }
    }

    /** Back to the page, also when the photograph is gone already; somebody else's stays. 409 when the task is over. */
    @PostMapping("/desk/tasks/{key}/photos/{id}/remove")
    String remove(@PathVariable long key, @PathVariable UUID id, Principal principal, HttpServletResponse response,
            Model model) {
        var login = principal.getName();
        if (desk.find(key, login).isEmpty()) {
            return DeskPage.unknown(response);
        }
        try {
            photos.remove(key, login, id);
            return back(key);
        } catch (TaskGoneException gone) {
            return refused(key, login, "", String.valueOf(gone.getMessage()), HttpStatus.CONFLICT, response, model);
        }
    }

    private String refused(long key, String login, String kind, String problem, HttpStatus status,
            HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("photoProblem", problem);
        model.addAttribute("photoKind", kind);
        // Read again: what was taken before the problem is on the page, and the task may be over.
        return desk.find(key, login).map(page -> desk.show(page, login, model))
                .orElseGet(() -> DeskPage.unknown(response));
    }

    private static Optional<PhotoKind> kind(String name) {
        return HandlingPhotos.KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static String back(long key) {
        return "redirect:/desk/tasks/" + key + "#add-photos";
    }
}
