package io.gridloop.admin;

import io.gridloop.clock.CalendarFiles;
import io.gridloop.clock.CalendarReading;
import io.gridloop.clock.CalendarTarget;
import io.gridloop.clock.DayKind;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: what is known, and how next year's notice is loaded. */
@Controller
class CalendarController {

    private final CalendarFiles files;
    private final CalendarChanges changes;
    private final CalendarUnitNames names;
    private final Clock clock;

    CalendarController(CalendarFiles files, CalendarChanges changes, CalendarUnitNames names, Clock clock) {
        this.files = files;
        this.changes = changes;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/admin/calendar")
    String show(Model model) {
        var now = LocalDate.now(clock).getYear();
        model.addAttribute("versions", files.current());
        model.addAttribute("names", names);
        model.addAttribute("units", names.units());
        model.addAttribute("years", List.of(now + 1, now, now - 1, now - 2));
        model.addAttribute("off", DayKind.OFF);
        model.addAttribute("work", DayKind.WORK);
        model.addAttribute("knownUntil", files.knownUntil());
        model.addAttribute("warning", files.warning().orElse(null));
        model.addAttribute("zone", clock.getZone());
        return "admin/calendar";
    }

    /** Shows what a file changes; what is wrong comes back by line. */
    @PostMapping("/admin/calendar/preview")
    String preview(@ModelAttribute CalendarUpload upload, Model model, HttpServletResponse response) {
        try {
            var target = target(upload);
            var reading = usable(target, upload.content());
            model.addAttribute("name", names.of(target));
            model.addAttribute("target", target.code());
            model.addAttribute("reading", reading);
            model.addAttribute("changes", files.changes(target, reading.file()));
            return "admin/calendar-preview";
        } catch (FormProblem e) {
            return problem(upload, e, model, response);
        }
    }

    @PostMapping("/admin/calendar")
    String replace(@ModelAttribute CalendarUpload upload, Principal who, Model model, HttpServletResponse response,
            RedirectAttributes afterwards) {
        try {
            var target = target(upload);
            changes.replace(target, usable(target, upload.content()).file(), who.getName());
            afterwards.addFlashAttribute("done", names.of(target) + "的日历已替换，此后开始计算的期限按新日历。");
            return "redirect:/admin/calendar";
        } catch (FormProblem e) {
            return problem(upload, e, model, response);
        }
    }

    @PostMapping("/admin/calendar/undo")
    String undo(@RequestParam(defaultValue = "") String target, Principal who, RedirectAttributes afterwards) {
        boolean undone = names.find(target).filter(found -> changes.undo(found, who.getName())).isPresent();
        afterwards.addFlashAttribute("done", undone ? "已恢复为上一版，此后开始计算的期限按恢复后的日历。" : "没有可以恢复的版本。");
        return "redirect:/admin/calendar";
    }

    private CalendarTarget target(CalendarUpload upload) {
        return names.find(ChangeForm.tidy(upload.target()))
                .orElseThrow(() -> new FormProblem("请选择年度、部门、街道或社区。"));
    }

    private CalendarReading usable(CalendarTarget target, String content) {
        var reading = files.read(target, content);
        if (!reading.problems().isEmpty()) {
            throw new FormProblem(String.join("\n", reading.problems()));
        }
        if (files.changes(target, reading.file()).isEmpty()) {
            throw new FormProblem("与现在使用的内容相同，不需要替换。");
        }
        return reading;
    }

    private String problem(CalendarUpload upload, FormProblem problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problem.getMessage().lines().toList());
        model.addAttribute("typedTarget", upload.target());
        model.addAttribute("typedText", upload.text());
        return show(model);
    }
}
