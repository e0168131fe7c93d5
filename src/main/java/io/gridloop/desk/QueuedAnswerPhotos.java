package io.gridloop.desk;

import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.ApiProblem.Wrong;
import io.gridloop.intake.SentFile;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoRefusedException;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import io.gridloop.photos.PhotosProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The photographs of answers that wait on phones: each comes alone, before its answer. */
@Component
class QueuedAnswerPhotos {

    /** Photographs of an answer at most. */
    static final int MOST = 5;

    private final QueuedAnswerRows rows;
    private final Photos photos;
    private final PhotosProperties limits;

    QueuedAnswerPhotos(QueuedAnswerRows rows, Photos photos, PhotosProperties limits) {
        this.rows = rows;
        this.photos = photos;
        this.limits = limits;
    }

    /**
     * Takes a photograph in; the same one again changes nothing.
     *
     * @throws ApiProblem when it cannot be used, another one came under its number, or its answer came already
     */
    void take(UUID key, String login, int number, PhotoKind kind, InputStream content) throws IOException {
        try (SentFile file = SentFile.of(content, limits.largest().toBytes() + 1)) {
            var before = rows.photo(key, number);
            if (before.isEmpty()) {
                refuseLate(key);
                rows.add(key, new QueuedAnswerPhoto(number, login, file.digest(), kind.name(),
                        develop(number, kind, file).id()));
            }
            var sent = new QueuedAnswerPhoto(number, login, file.digest(), kind.name(), new UUID(0, 0));
            rows.photo(key, number).filter(kept -> !kept.sameAs(sent)).ifPresent(other -> {
                throw refused(number, "这个序号已经收到另一张照片");
            });
        }
    }

    /**
     * The first photographs of an answer, in their order.
     *
     * @throws ApiProblem naming each one that did not come, or came so long ago that it is gone
     */
    List<Photo> of(UUID key, String login, int count) {
        var kept = rows.photos(key, login).stream().filter(photo -> photo.number() <= count).toList();
        var missing = IntStream.rangeClosed(1, count)
                .filter(number -> kept.stream().noneMatch(photo -> photo.number() == number)).boxed().toList();
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        return photos.find(kept.stream().map(QueuedAnswerPhoto::photoId).toList());
    }

    /** That photographs have to be sent again. */
    static ApiProblem missing(List<Integer> numbers) {
        return ApiProblem.wrong(HttpStatus.CONFLICT, numbers.stream()
                .map(number -> new Wrong("photo-" + number, "照片 %d 没有收到，请重新发送".formatted(number))).toList());
    }

    private Photo develop(int number, PhotoKind kind, SentFile file) {
        try {
            return photos.take(new PhotoUpload(new FileSystemResource(file.path())), kind).photo();
        } catch (PhotoRefusedException e) {
            throw refused(number, e.reason());
        }
    }

    private void refuseLate(UUID key) {
        if (rows.has(key)) {
            throw ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY,
                    List.of(new Wrong("key", "这份结果已经送达，不能再加照片")));
        }
    }

    private static ApiProblem refused(int number, String reason) {
        return ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY,
                List.of(new Wrong("photo-" + number, "照片 %d：%s".formatted(number, reason))));
    }
}
