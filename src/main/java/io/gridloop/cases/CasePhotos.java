package io.gridloop.cases;

import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoSize;
import io.gridloop.photos.Photos;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs as staff see them: who sees a case sees its photographs. */
@Service
@Transactional(readOnly = true)
public class CasePhotos {

    private final Photos photos;
    private final CaseScope scope;

    CasePhotos(Photos photos, CaseScope scope) {
        this.photos = photos;
        this.scope = scope;
    }

    /**
     * A photograph as somebody sees it.
     *
     * @return nothing also when its case lies out of their scope, or it has none
     */
    public Optional<Photo> find(UUID id, String login) {
        return photos.find(List.of(id)).stream()
                .filter(photo -> photo.caseId() != null && scope.sees(photo.caseId(), login))
                .findFirst();
    }

    /**
     * The photographs of a case by what they show, in the order of the kinds, each kind with the oldest first; whether
     * somebody may see the case was asked before.
     */
    public Map<PhotoKind, List<Photo>> byKind(long caseId) {
        return photos.of(caseId).stream().collect(
                Collectors.groupingBy(Photo::kind, () -> new EnumMap<>(PhotoKind.class), Collectors.toList()));
    }

    /**
     * The small picture of a photograph, a JPEG file; nothing when it is not there.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public Optional<byte[]> thumbnail(Photo photo) {
        return photos.open(photo.id(), PhotoSize.THUMBNAIL).map(CasePhotos::read);
    }

    private static byte[] read(InputStream picture) {
        try (picture) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
