package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import io.gridloop.photos.PhotosProperties;
import io.gridloop.photos.TestPictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@IntakeTest
class ReceiptPhotosTests {

    private static final long CASE = -1_201;

    @Autowired
    private Photos photos;

    @Autowired
    private PhotosProperties settings;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void keepsPhotographsOfTheHandlingFromReportersUnlessTheCountyPublishesThoseAfterIt() {
        for (var kind : List.of(PhotoKind.AFTER_FAR, PhotoKind.BEFORE, PhotoKind.REPORT, PhotoKind.AFTER_NEAR)) {
            Photo photo = photos.take(new PhotoUpload(new ByteArrayResource(TestPictures.jpeg(80, 60))), kind).photo();
            transactions.executeWithoutResult(status -> photos.attach(CASE, Set.of(photo.id())));
        }
        assertThat(settings.publishAfter()).isFalse();
        assertThat(new ReceiptPhotos(photos, settings).of(CASE)).extracting(Photo::kind)
                .containsExactly(PhotoKind.REPORT);
        assertThat(new ReceiptPhotos(photos, publishing()).of(CASE)).extracting(Photo::kind)
                .containsExactly(PhotoKind.REPORT, PhotoKind.AFTER_NEAR, PhotoKind.AFTER_FAR);
    }

    private static PhotosProperties publishing() {
        return new PhotosProperties(Path.of("target"), DataSize.ofMegabytes(1), 36, 1, Duration.ofSeconds(1),
                Duration.ofHours(24), 10, true);
    }
}
