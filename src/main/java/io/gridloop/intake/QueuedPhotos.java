package io.gridloop.intake;

import io.gridloop.intake.ApiProblem.Wrong;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoRefusedException;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import io.gridloop.photos.PhotosProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The photographs of reports that wait on phones: each comes alone, before its report. */
@Component
class QueuedPhotos {

    private final QueueRows rows;
    private final Photos photos;
    private final PhotosProperties limits;

    QueuedPhotos(QueueRows rows, Photos photos, PhotosProperties limits) {
        this.rows = rows;
        this.photos = photos;
        this.limits = limits;
    }

    /**
     * Takes a photograph in; the same one again changes nothing. They come in the order of their numbers, which is the
     * order in which the case shows them.
     *
     * @param digest what its SHA-256 has to be; nothing when it may be any
     * @throws ApiProblem when it cannot be used, another one came under its number, the one before it is missing, or
     *     the report is a case already
     */
    void take(String key, int number, @Nullable String digest, InputStream content) throws IOException {
        try (SentFile file = SentFile.of(content, limits.largest().toBytes() + 1)) {
            if (digest != null && !digest.equals(file.digest())) {
                throw new OtherContentException();
            }
            if (has(key, number, file.digest())) {
                return;
            }
            List<QueuedPhoto> all = rows.photos(key);
            List<QueuedPhoto> there = stillThere(all);
            rows.forget(all.subList(there.size(), all.size()));
            rows.add(key, new QueuedPhoto(number, file.digest(), develop(number, file).id()));
            with(number, rows.photos(key)).ifPresent(kept -> requireSame(kept, file.digest()));
        }
    }

    /**
     * Whether a photograph was taken in already.
     *
     * @param digest SHA-256 of its file, in hexadecimal digits
     * @throws ApiProblem when it is not wanted: another one came under its number, the one before it is missing, or the
     *     report is a case already
     */
    boolean has(String key, int number, String digest) {
        List<QueuedPhoto> there = stillThere(rows.photos(key));
        Optional<QueuedPhoto> before = with(number, there);
        before.ifPresent(kept -> requireSame(kept, digest));
        if (before.isEmpty()) {
            refuseLate(key);
            requireFormer(number, there);
        }
        return before.isPresent();
    }

    /**
     * The first photographs of a report.
     *
     * @throws ApiProblem naming each one that did not come, or came so long ago that it is gone
     */
    KeptPhotos of(String key, int count) {
        List<QueuedPhoto> there = stillThere(rows.photos(key)).stream()
                .filter(photo -> photo.number() <= count).toList();
        List<Wrong> missing = IntStream.rangeClosed(1, count).filter(number -> with(number, there).isEmpty())
                .mapToObj(QueuedPhotos::missing).toList();
        if (!missing.isEmpty()) {
            throw ApiProblem.wrong(HttpStatus.CONFLICT, missing);
        }
        return new KeptPhotos(photos.find(there.stream().map(QueuedPhoto::photoId).toList()), null);
    }

    /** Those up to the first one whose picture is gone; what follows it is sent again, so that the order stays. */
    private List<QueuedPhoto> stillThere(List<QueuedPhoto> all) {
        List<Photo> found = photos.find(all.stream().map(QueuedPhoto::photoId).toList());
        int gone = IntStream.range(0, all.size())
                .filter(i -> all.get(i).number() != i + 1
                        || found.stream().noneMatch(photo -> photo.id().equals(all.get(i).photoId())))
                .findFirst().orElse(all.size());
        return all.subList(0, gone);
    }

    private Photo develop(int number, SentFile file) {
        try {
            return photos.take(new PhotoUpload(new FileSystemResource(file.path())), PhotoKind.REPORT).photo();
        } catch (PhotoRefusedException e) {
            throw refused(number, e.reason());
        }
    }

    private void refuseLate(String key) {
        if (rows.submission(key).isPresent()) {
            throw ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY,
                    List.of(new Wrong("key", "这份上报已经立案，不能再加照片")));
        }
    }

    private static void requireFormer(int number, List<QueuedPhoto> there) {
        if (there.size() < number - 1) {
            throw ApiProblem.wrong(HttpStatus.CONFLICT, List.of(missing(there.size() + 1)));
        }
    }

    private static void requireSame(QueuedPhoto kept, String digest) {
        if (!kept.digest().equals(digest)) {
            throw refused(kept.number(), "这个序号已经收到另一张照片");
        }
    }

    private static Optional<QueuedPhoto> with(int number, List<QueuedPhoto> photos) {
        return photos.stream().filter(photo -> photo.number() == number).findFirst();
    }

    private static ApiProblem refused(int number, String reason) {
        return ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY,
                List.of(new Wrong("photo-" + number, "照片 %d：%s".formatted(number, reason))));
    }

    private static Wrong missing(int number) {
        return new Wrong("photo-" + number, "照片 %d 没有收到，请重新发送".formatted(number));
    }
}
