package io.gridloop.intake;

import io.gridloop.photos.Photo;
import io.gridloop.photos.Photos;
import io.gridloop.photos.PhotosProperties;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which photographs of a case its reporter sees: their own, and those after the handling where a county publishes them. */
@Component
class ReceiptPhotos {

    private final Photos photos;
    private final PhotosProperties settings;

    ReceiptPhotos(Photos photos, PhotosProperties settings) {
        this.photos = photos;
        this.settings = settings;
    }

    /** Those that came with the report, then those that show the result, each the oldest first. */
    List<Photo> of(long caseId) {
        return photos.of(caseId).stream().filter(photo -> settings.showsReporters(photo.kind()))
                .sorted(Comparator.comparing(Photo::kind)).toList();
    }
}
