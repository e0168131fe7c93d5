package io.gridloop.intake.signs;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where administrators print signs for the doors of a community or of one grid. */
@Controller
class DoorSignController {

    private final DoorSigns signs;

    DoorSignController(DoorSigns signs) {
        this.signs = signs;
    }

    @GetMapping("/admin/door-signs")
    String page(@RequestParam(defaultValue = "") String place, Model model, HttpServletResponse response) {
        var unknown = !place.isEmpty() && signs.grids(place).isEmpty();
        if (unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("unknown", unknown);
        model.addAttribute("chosen", place);
        model.addAttribute("communities", signs.communities());
        return "admin/door-signs";
    }

    @GetMapping("/admin/door-signs.pdf")
    ResponseEntity<byte[]> print(@RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String size) {
        var grids = signs.grids(place);
        if (grids.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个社区或网格");
        }
        var name = ContentDisposition.inline().filename("上报二维码" + place + ".pdf", StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", name.build().toString())
                .body(signs.pdf(grids, size.equals("large")));
    }
}
