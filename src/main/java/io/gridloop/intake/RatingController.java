package io.gridloop.intake;

import io.gridloop.cases.FollowingUp;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the reporter's word on how a case ended. */
@Controller
class RatingController {

    private final FollowingUp followingUp;
    private final ReceiptPage page;

    RatingController(FollowingUp followingUp, ReceiptPage page) {
        this.followingUp = followingUp;
        this.page = page;
    }

    @PostMapping("/receipt/{code}/rating")
    String rate(@PathVariable String code, @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean again, Model model, HttpServletResponse response,
            RedirectAttributes afterwards) {
        var problem = followingUp.answer(code, grade, reason, text, again);
        if (problem.isEmpty()) {
            afterwards.addFlashAttribute("done", again ? "谢谢您的评价。这件事已经开始重新办理。" : "谢谢您的评价。");
            return "redirect:/receipt/" + ReceiptCode.plain(code);
        }
        var problems = new Problems();
        problems.add(problem.get().contains("原因") ? "reason" : "grade", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page.show(code, new RatingForm(grade, reason, text, again), problems, model, response);
    }
}
