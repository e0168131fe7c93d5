package io.gridloop.intake.open311;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where programs report. */
@RestController
class SubmissionController {

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    /** The header is no part of the specification; it is the usual one for requests that are sent again. */
    @PostMapping(path = "/open311/v2/requests.{format}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> submit(Visit visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        return answer(visit, idempotencyKey, SentMedia.NONE);
    }

    /** An extension: the same form with photographs as parts named {@code media}. */
    @PostMapping(path = "/open311/v2/requests.{format}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> submitWithMedia(Visit visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestPart(name = "media", required = false) @Nullable List<MultipartFile> media) {
        return answer(visit, idempotencyKey, SentMedia.of(Objects.requireNonNullElse(media, List.of())));
    }

    private ResponseEntity<byte[]> answer(Visit visit, @Nullable String idempotencyKey, SentMedia media) {
        return Responses.ok(visit.format(), "service_requests",
                List.of(submissions.submit(visit, idempotencyKey, media)));
    }
}
