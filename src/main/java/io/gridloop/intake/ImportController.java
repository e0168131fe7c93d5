package io.gridloop.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the import; behind login. */
@Controller
class ImportController {

    private static final int LISTED_IMPORTS = 20;
    private static final int LISTED_ROWS = 200;

    private final MessageImport messages;
    private final ImportBatches batches;
    private final Clock clock;

    ImportController(MessageImport messages, ImportBatches batches, Clock clock) {
        this.messages = messages;
        this.batches = batches;
        this.clock = clock;
    }

    @GetMapping("/staff/import")
    String page(@RequestParam(defaultValue = "0") String page, Model model) {
        return show(model, MessageImport.DEFAULT_SOURCE, new Problems(),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    @PostMapping("/staff/import")
    String run(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = MessageImport.DEFAULT_SOURCE) String source,
            Principal staff,
            Model model,
            HttpServletResponse response) {
        try {
            String name = file.getOriginalFilename();
            Upload upload = new Upload(file, name == null ? "" : name, source.strip(), staff.getName());
            return "redirect:/staff/import/" + messages.submit(upload);
        } catch (ImportRefused e) {
            Problems problems = new Problems();
            problems.add("file", file.isEmpty() ? "请先选择一个 CSV 或 Excel 文件" : e.reason());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(model, source, problems, 0);
        }
    }

    @GetMapping("/staff/import/{id}")
    String result(@PathVariable long id, Model model) {
        ImportBatch batch = batch(id);
        model.addAttribute("batch", batch);
        model.addAttribute("progress", ImportProgress.of(batch, clock.instant()));
        model.addAttribute("badRows", batches.badRows(id, 0, LISTED_ROWS));
        return "staff/import-result";
    }

    /** What the page of an import asks for again and again while it runs. */
    @GetMapping("/staff/import/{id}/progress")
    @ResponseBody
    ImportProgress progress(@PathVariable long id) {
        return ImportProgress.of(batch(id), clock.instant());
    }

    /** Stops an import after the rows in hand; what is in stays. */
    @PostMapping("/staff/import/{id}/cancel")
    String cancel(@PathVariable long id, Principal staff) {
        messages.cancel(batch(id).id(), staff.getName());
        return "redirect:/staff/import/" + id;
    }

    @GetMapping("/staff/import/{id}/bad-rows.csv")
    void badRowsCsv(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportBatch batch = batch(id);
        attach(response, "text/csv;charset=UTF-8", "bad-rows-" + id + ".csv");
        BadRowsFile.writeCsv(batch.header(), () -> new BadRowPages(batches, id), response.getOutputStream());
    }

    @GetMapping("/staff/import/{id}/bad-rows.xlsx")
    void badRowsXlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportBatch batch = batch(id);
        attach(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "bad-rows-" + id + ".xlsx");
        BadRowsFile.writeXlsx(batch.header(), () -> new BadRowPages(batches, id), response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private ImportBatch batch(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Model model, String source, Problems problems, int page) {
        model.addAttribute("source", source);
        model.addAttribute("problems", problems);
        model.addAttribute("mostRows", MessageTable.MOST_ROWS);
        model.addAttribute("batches", batches.page(page, LISTED_IMPORTS));
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (batches.count() + LISTED_IMPORTS - 1) / LISTED_IMPORTS));
        return "staff/import";
    }
}
