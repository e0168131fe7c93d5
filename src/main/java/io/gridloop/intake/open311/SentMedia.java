package io.gridloop.intake.open311;

import io.gridloop.intake.SubmissionKey;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoRefusedException;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that a program sends along with a report, an extension: parts named {@code media} of a multipart form.
 *
 * @param files in the order in which they came
 */
record SentMedia(List<MultipartFile> files) {

    /** As many as a resident may send. */
    private static final int MOST = 5;

    static final SentMedia NONE = new SentMedia(List.of());

    /** @throws Refused when they are too many */
    static SentMedia of(List<MultipartFile> parts) {
        var files = parts.stream().filter(it -> !it.isEmpty()).toList();
        if (files.size() > MOST) {
            throw Refused.wrong(List.of("media：照片最多%d张".formatted(MOST)));
        }
        return new SentMedia(files);
    }

    /** A digest of the rest of the report and of these files. */
    String digest(String rest) {
        return files.isEmpty()
                ? rest
                : SubmissionKey.sha256(files.stream().map(SentMedia::digest).collect(Collectors.joining(",", rest, ""))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes them in, as photographs that wait for their case.
     *
     * @throws Refused when one cannot be used
     */
    Set<UUID> take(Photos photos) {
        return files.stream().map(file -> take(file, photos).id()).collect(Collectors.toSet());
    }

    private static Photo take(MultipartFile file, Photos photos) {
        try {
            return photos.take(new PhotoUpload(file), PhotoKind.REPORT).photo();
        } catch (PhotoRefusedException e) {
            throw Refused.wrong(List.of("media：" + e.reason()));
        }
    }

    private static String digest(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return SubmissionKey.sha256(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
