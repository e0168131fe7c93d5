package io.gridloop.cases;

import io.gridloop.photos.Photo;
import io.gridloop.photos.Photos;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** The photographs of a case, the oldest first; whether somebody may see the case was asked before. */
    public List<Photo> of(long caseId) {
        return photos.of(caseId);
    }
}
