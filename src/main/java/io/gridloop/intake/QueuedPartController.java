package io.gridloop.intake;

import io.gridloop.photos.PhotosProperties;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in photographs of reports that waited on phones part by part, so that one goes on where it broke off. Methods
 * and headers are those of the IETF's draft "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload). Other
 * than there, each upload has its address from the start, which names the digest of the file, and a part that broke off
 * itself is sent again whole.
 */
@RestController
class QueuedPartController {

    private static final String ADDRESS = "/report/queued/{key}/photos/{number}/{digest}";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String COMPLETE = "Upload-Complete";

    /**
     * How far a photograph has come.
     *
     * @param offset bytes that have come
     * @param complete whether it was taken in
     */
    record SentPart(int number, long offset, boolean complete) {}

    private final QueuedParts parts;
    private final PhotosProperties limits;

    QueuedPartController(QueuedParts parts, PhotosProperties limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /** Where to go on: of a photograph that nobody has heard of at 0. */
    @RequestMapping(path = ADDRESS, method = RequestMethod.HEAD)
    ResponseEntity<Void> progress(@PathVariable String key, @PathVariable String number, @PathVariable String digest) {
        var progress = parts.of(PartialPhoto.of(key, number, digest));
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore())
                .header(OFFSET, String.valueOf(progress.offset()))
                .header(COMPLETE, flag(progress.complete()))
                .header("Upload-Limit", "max-size=%d, min-append-size=%d, max-append-size=%d"
                        .formatted(limits.largest().toBytes(), PhotoPart.SMALLEST, PhotoPart.LARGEST))
                .build();
    }

    @PatchMapping(path = ADDRESS, consumes = "application/partial-upload", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SentPart> part(@PathVariable String key, @PathVariable String number, @PathVariable String digest,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = COMPLETE, required = false) @Nullable String complete, InputStream content)
            throws IOException {
        var photo = PartialPhoto.of(key, number, digest);
        var part = PhotoPart.of(offset, length, complete, content.readNBytes(PhotoPart.LARGEST + 1),
                limits.largest().toBytes());
        var progress = parts.take(photo, part);
        return ResponseEntity.ok().header(OFFSET, String.valueOf(progress.offset()))
                .header(COMPLETE, flag(progress.complete()))
                .body(new SentPart(photo.number(), progress.offset(), progress.complete()));
    }

    private static String flag(boolean value) {
        return value ? "?1" : "?0";
    }
}
