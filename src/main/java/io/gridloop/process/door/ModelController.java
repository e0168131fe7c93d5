package io.gridloop.process.door;

import io.gridloop.process.models.ModelSets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

/** The first page of the door: the present models, and proposing others. */
@Controller
class ModelController {

    private static final int LAST_PAGE = 100_000;

    private final ModelOverview overview;
    private final Proposing proposing;
    private final Approving approving;
    private final ForeignWatch watch;
    private final ModelSets sets;

    ModelController(ModelOverview overview, Proposing proposing, Approving approving, ForeignWatch watch,
            ModelSets sets) {
        this.overview = overview;
        this.proposing = proposing;
        this.approving = approving;
        this.watch = watch;
        this.sets = sets;
    }

    @GetMapping("/models")
    String page(@RequestParam(required = false) @Nullable String page, Model model) {
        return show(model, page != null && page.matches("\\d{1,5}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0);
    }

    @PostMapping("/models/proposals")
    String propose(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Set<String> remove,
            @RequestParam(defaultValue = "") String note,
            Principal staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return proposal(proposing.change(contents(files), remove == null ? Set.of() : remove, note.strip(),
                    staff.getName()));
        } catch (DoorRefusal e) {
            model.addAttribute("note", note);
            return refused(model, e, response);
        }
    }

    /** The same for the command: problems as JSON. */
    @PostMapping(path = "/models/proposals", produces = MediaType.APPLICATION_JSON_VALUE, headers = "X-Gridloop-Command")
    ResponseEntity<Map<String, Object>> proposeByCommand(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String note,
            Principal staff)
            throws IOException {
        try {
            long id = proposing.change(contents(files), Set.of(), note.strip(), staff.getName());
            return ResponseEntity.ok(Map.of("page", "/models/proposals/" + id));
        } catch (DoorRefusal e) {
            return ResponseEntity.unprocessableEntity().body(Map.of("problems", e.lines()));
        }
    }

    @PostMapping("/models/restore")
    String restore(@RequestParam(defaultValue = "") String hash, @RequestParam(defaultValue = "") String note,
            Principal staff, Model model, HttpServletResponse response) {
        try {
            return proposal(proposing.restore(hash, note.isBlank() ? "恢复到较早的版本" : note.strip(), staff.getName()));
        } catch (DoorRefusal e) {
            return refused(model, e, response);
        }
    }

    @PostMapping("/models/put-back")
    String putBackOnTop(Principal staff) {
        approving.putBackOnTop(staff.getName());
        return "redirect:/models";
    }

    @PostMapping("/models/look")
    String look() {
        watch.look(true);
        return "redirect:/models";
    }

    @GetMapping("/models/sets/{hash}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String hash, @PathVariable String file) {
        var content = sets.file(hash, file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.attachment().filename(file).build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString()).body(content);
    }

    private String refused(Model model, DoorRefusal refusal, HttpServletResponse response) {
        model.addAttribute("refusal", refusal.lines());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(model, 0);
    }

    private String show(Model model, int page) {
        overview.show(model, page);
        return "models/models";
    }

    private static String proposal(long id) {
        return "redirect:/models/proposals/" + id;
    }

    private static Map<String, byte[]> contents(@Nullable List<MultipartFile> files) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            var path = String.valueOf(file.getOriginalFilename());
            var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            if (!name.isEmpty() && contents.put(name, file.getBytes()) != null) {
                throw new DoorRefusal("同名的文件选了两次：" + name);
            }
        }
        return contents;
    }
}
