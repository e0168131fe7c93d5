package io.gridloop.intake.api;

import io.gridloop.cases.PublishedPhotos;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.PhotoAddresses;
import io.gridloop.photos.PhotoResponses;
import io.gridloop.photos.PhotoSize;
import io.gridloop.security.ApiLimits;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Photographs under the addresses of {@link PhotoAddresses}; nobody else than who was given one makes one. */
@Hidden
@RestController
class ApiPhotoController {

    private final PhotoAddresses addresses;
    private final PublishedPhotos photos;
    private final PhotoResponses responses;
    private final ApiLimits limits;

    ApiPhotoController(PhotoAddresses addresses, PublishedPhotos photos, PhotoResponses responses, ApiLimits limits) {
        this.addresses = addresses;
        this.photos = photos;
        this.responses = responses;
        this.limits = limits;
    }

    /** What its case does not show any more is not there, however good the address. */
    @GetMapping("/api/v1/photos/{key}/{photo}.jpg")
    ResponseEntity<InputStreamResource> photo(@PathVariable long key, @PathVariable UUID photo,
            @RequestParam long until, @RequestParam String signature, HttpServletRequest request,
            HttpServletResponse response) {
        var program = addresses.program(key, photo, until, signature);
        CallerResolver.requirePatience(
                program.map(limits::take).orElseGet(() -> limits.takeWithoutKey(request.getRemoteAddr())));
        allowOtherPages(response);
        return responses.of(photos.find(program.orElseThrow(ApiPhotoController::refused).client(), photo)
                .orElseThrow(() -> ApiProblem.of(HttpStatus.NOT_FOUND, "没有这张照片。")), PhotoSize.LARGE);
    }

    /** A page of the program may show it, unlike everything else. */
    private static void allowOtherPages(HttpServletResponse response) {
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    private static ApiProblem refused() {
        return ApiProblem.of(HttpStatus.FORBIDDEN, "照片地址不对，或者已经过期。请用密钥重新查询案件，得到新的地址。");
    }
}
