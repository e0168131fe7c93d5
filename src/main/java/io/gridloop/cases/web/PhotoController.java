package io.gridloop.cases.web;

import io.gridloop.cases.CasePhotos;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoResponses;
import io.gridloop.photos.PhotoSize;
import java.security.Principal;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The photographs of cases, for those who see the case. */
@Controller
class PhotoController {

    private final CasePhotos photos;
    private final PhotoResponses responses;

    PhotoController(CasePhotos photos, PhotoResponses responses) {
        this.photos = photos;
        this.responses = responses;
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<InputStreamResource> large(@PathVariable UUID id, Principal principal) {
        return responses.of(find(id, principal), PhotoSize.LARGE);
    }

    @GetMapping("/photos/{id}/thumbnail")
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable UUID id, Principal principal) {
        return responses.of(find(id, principal), PhotoSize.THUMBNAIL);
    }

    private Photo find(UUID id, Principal principal) {
        return photos.find(id, principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这张照片"));
    }
}
