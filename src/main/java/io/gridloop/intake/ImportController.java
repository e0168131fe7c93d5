package io.gridloop.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the import; behind login. */
@Controller
class ImportController {

    private static final int LISTED_IMPORTS = 10;
    private static final int LISTED_ROWS = 200;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final MessageImport messages;
    private final ImportBatches batches;

    ImportController(MessageImport messages, ImportBatches batches) {
        this.messages = messages;
        this.batches = batches;
    }

    @GetMapping("/staff/import")
    String page(Model model) {
        return show(model, MessageImport.DEFAULT_SOURCE, new Problems());
    }

    @PostMapping("/staff/import")
    String run(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = MessageImport.DEFAULT_SOURCE) String source,
            Principal staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file.getOriginalFilename();
            return "redirect:/staff/import/"
                    + messages.run(file.getBytes(), name == null ? "" : name, source.strip(), staff.getName())
                            .batchId();
        } catch (ImportRefused e) {
            Problems problems = new Problems();
            problems.add("file", file.isEmpty() ? "请先选择一个 CSV 文件" : e.reason());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(model, source, problems);
        }
    }

    @GetMapping("/staff/import/{id}")
    String result(@PathVariable long id, Model model) {
        ImportBatch batch = batch(id);
        model.addAttribute("batch", batch);
        model.addAttribute("badRows", batches.badRows(id, LISTED_ROWS));
        return "staff/import-result";
    }

    @GetMapping("/staff/import/{id}/bad-rows.csv")
    ResponseEntity<byte[]> badRows(@PathVariable long id) {
        byte[] file = BadRowsFile.of(batch(id).header(), batches.badRows(id, MessageTable.MOST_ROWS));
        ContentDisposition name = ContentDisposition.attachment().filename("bad-rows-" + id + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    private ImportBatch batch(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Model model, String source, Problems problems) {
        model.addAttribute("source", source);
        model.addAttribute("problems", problems);
        model.addAttribute("batches", batches.latest(LISTED_IMPORTS));
        return "staff/import";
    }
}
