package io.gridloop.photos;

import java.io.InputStream;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Photographs as answers to requests; who may ask is decided before. */
@Component
public class PhotoResponses {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Photos photos;

    PhotoResponses(Photos photos) {
        this.photos = photos;
    }

    /**
     * The picture of a photograph; browsers may keep it for ten minutes, nobody between.
     *
     * @throws ResponseStatusException 404 when the store does not have it
     */
    public ResponseEntity<InputStreamResource> of(Photo photo, PhotoSize size) {
        InputStream content = photos.open(photo.id(), size)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这张照片"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(photo.id() + ".jpg").build().toString())
                .body(new InputStreamResource(content));
    }
}
