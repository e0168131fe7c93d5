package io.gridloop.intake;

import io.gridloop.intake.ApiProblem.Wrong;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts photographs together that come in parts, and hands each to {@link QueuedPhotos} once it is whole. */
@Component
class QueuedParts {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final PartRows rows;
    private final QueuedPhotos photos;
    private final IntakeProperties limits;
    private final TransactionOperations transaction;

    QueuedParts(PartRows rows, QueuedPhotos photos, IntakeProperties limits, TransactionOperations transaction) {
        this.rows = rows;
        this.photos = photos;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * How far a photograph has come.
     *
     * @param offset bytes that have come
     * @param complete whether it was taken in; then the offset is 0, because its parts are gone
     */
    record Progress(long offset, boolean complete) {}

    /** @throws ApiProblem when it is not wanted, see {@link QueuedPhotos#has} */
    Progress of(PartialPhoto photo) {
        return has(photo) ? new Progress(0, true) : new Progress(rows.received(photo), false);
    }

    /**
     * Takes a part in and, when it was the last one, the photograph. An empty last part takes in what has come before,
     * when that broke off.
     *
     * @throws ApiProblem when the part does not begin where the one before has ended, the photograph is not wanted or
     *     cannot be used, or there is no room
     */
    Progress take(PartialPhoto photo, PhotoPart part) throws IOException {
        if (has(photo)) {
            return new Progress(part.length(), true);
        }
        transaction.executeWithoutResult(it -> append(photo, part));
        if (part.isLast()) {
            takeWhole(photo);
        }
        return new Progress(part.end(), part.isLast());
    }

    private void append(PartialPhoto photo, PhotoPart part) {
        rows.lock(photo);
        requireOffset(rows.received(photo), part);
        requireLength(photo, part);
        if (part.start() == 0 && rows.all() > limits.mostPartial().toBytes()) {
            throw ApiProblem.later(HttpStatus.SERVICE_UNAVAILABLE, "现在上传照片的人很多，请稍后再试。", PAUSE);
        }
        if (part.content().length > 0) {
            rows.add(photo, part);
        }
    }

    private void takeWhole(PartialPhoto photo) throws IOException {
        try (var content = rows.content(photo)) {
            photos.take(photo.key().toString(), photo.number(), photo.digest(), content);
        } catch (OtherContentException e) {
            rows.forget(photo);
            throw ApiProblem.wrong("digest", "收到的内容和它的 SHA-256 不一致，请从头再发");
        }
        rows.forget(photo);
    }

    private boolean has(PartialPhoto photo) {
        return photos.has(photo.key().toString(), photo.number(), photo.digest());
    }

    private static void requireOffset(long received, PhotoPart part) {
        if (part.start() != received) {
            var problem = ApiProblem.wrong(HttpStatus.CONFLICT, List.of(
                    new Wrong("Upload-Offset", "已经收到 %d 字节，请从这里接着发".formatted(received))));
            problem.getHeaders().set("Upload-Offset", String.valueOf(received));
            throw problem;
        }
    }

    private void requireLength(PartialPhoto photo, PhotoPart part) {
        if (rows.length(photo).filter(length -> length != part.length()).isPresent()) {
            throw ApiProblem.wrong("Upload-Length", "和第一段说的不一样");
        }
    }
}
