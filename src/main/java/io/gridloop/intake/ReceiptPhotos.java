package io.gridloop.intake;

import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.Photos;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which photographs of a case its reporter sees: their own. */
@Component
class ReceiptPhotos {

    private final Photos photos;

    ReceiptPhotos(Photos photos) {
        this.photos = photos;
    }

    /** Those that came with the report, the oldest first. */
    List<Photo> of(long caseId) {
        return photos.of(caseId).stream().filter(photo -> photo.kind() == PhotoKind.REPORT).toList();
    }
}
