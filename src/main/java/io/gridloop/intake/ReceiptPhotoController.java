package io.gridloop.intake;

import io.gridloop.cases.ReceiptPages;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoResponses;
import io.gridloop.photos.PhotoSize;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The photographs of a report for whoever has its receipt code; only those that its page shows. */
@Controller
class ReceiptPhotoController {

    private final ReceiptPages receipts;
    private final ReceiptPhotos photos;
    private final PhotoResponses responses;

    ReceiptPhotoController(ReceiptPages receipts, ReceiptPhotos photos, PhotoResponses responses) {
        this.receipts = receipts;
        this.photos = photos;
        this.responses = responses;
    }

    @GetMapping("/receipt/{code}/photos/{id}")
    ResponseEntity<InputStreamResource> large(
            @PathVariable String code, @PathVariable UUID id, HttpServletResponse response) {
        return answer(code, id, PhotoSize.LARGE, response);
    }

    @GetMapping("/receipt/{code}/photos/{id}/thumbnail")
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable String code, @PathVariable UUID id, HttpServletResponse response) {
        return answer(code, id, PhotoSize.THUMBNAIL, response);
    }

    /** A wrong code is answered like a photograph that is not there, so that it tells nothing of either. */
    private ResponseEntity<InputStreamResource> answer(
            String code, UUID id, PhotoSize size, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        Photo photo = receipts.caseOf(code).stream().flatMap(it -> photos.of(it).stream())
                .filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return responses.of(photo, size);
    }
}
