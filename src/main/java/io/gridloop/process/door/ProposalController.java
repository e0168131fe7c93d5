package io.gridloop.process.door;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.gridloop.process.models.ModelSets;
import io.gridloop.process.models.PresentModels;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.server.ResponseStatusException;

/** The page of one proposal: what is different, what it would do, and the second person's decision. */
@Controller
class ProposalController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Proposals proposals;
    private final Approving approving;
    private final Replaying replaying;
    private final RunningCases running;
    private final PresentModels present;
    private final ModelSets sets;

    ProposalController(Proposals proposals, Approving approving, Replaying replaying, RunningCases running,
            PresentModels present, ModelSets sets) {
        this.proposals = proposals;
        this.approving = approving;
        this.replaying = replaying;
        this.running = running;
        this.present = present;
        this.sets = sets;
    }

    @GetMapping("/models/proposals/{id}")
    String page(@PathVariable long id, Principal staff, Model model) {
        return show(id, staff, model);
    }

    @PostMapping("/models/proposals/{id}/approve")
    String approve(@PathVariable long id, Principal staff, Model model, HttpServletResponse response) {
        return after(id, staff, model, response, () -> approving.approve(id, staff.getName()));
    }

    @PostMapping("/models/proposals/{id}/return")
    String giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal staff,
            Model model, HttpServletResponse response) {
        return after(id, staff, model, response, () -> approving.giveBack(id, reason, staff.getName()));
    }

    @PostMapping("/models/proposals/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal staff,
            Model model, HttpServletResponse response) {
        return after(id, staff, model, response, () -> approving.withdraw(id, reason, staff.getName()));
    }

    @PostMapping("/models/proposals/{id}/rebase")
    String rebase(@PathVariable long id, Principal staff, Model model, HttpServletResponse response) {
        return after(id, staff, model, response, () -> approving.rebase(id, staff.getName()));
    }

    @GetMapping("/models/proposals/{id}/replay.csv")
    ResponseEntity<byte[]> replay(@PathVariable long id) {
        var proposal = find(id);
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("案件编号", "类别", "承办层级", "层级是否假定", "现在给", "改后给", "现在的期限", "改后的期限");
            replaying.replay(sets.files(proposal.baseHash()), sets.files(proposal.setHash()))
                    .ifPresent(replay -> replay.shifts().forEach(it -> replaying.numbers(replay, it)
                            .forEach(number -> csv.writeRecord(number, it.category(), it.levelLabel(),
                                    it.assumed() ? "假定" : "", it.before().unit(), it.after().unit(),
                                    it.before().limit(), it.after().limit()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var name = ContentDisposition.attachment().filename("replay-" + id + ".csv").build();
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String after(long id, Principal staff, Model model, HttpServletResponse response, Runnable step) {
        find(id);
        try {
            step.run();
            return "redirect:/models/proposals/" + id;
        } catch (DoorRefusal e) {
            model.addAttribute("refusal", e.lines());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, staff, model);
        }
    }

    private String show(long id, Principal staff, Model model) {
        var proposal = find(id);
        var base = sets.files(proposal.baseHash());
        var wanted = sets.files(proposal.setHash());
        model.addAttribute("proposal", proposal);
        model.addAttribute("pending", proposal.state() == Proposal.State.PENDING);
        model.addAttribute("mine", proposal.proposedBy().equals(staff.getName()));
        model.addAttribute("stale", !present.lock().hash().equals(proposal.baseHash()));
        model.addAttribute("differences", Differences.between(base, wanted));
        model.addAttribute("replay", replaying.replay(base, wanted).orElse(null));
        model.addAttribute("running", running.counts());
        return "models/proposal";
    }

    private Proposal find(long id) {
        return proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
