package io.gridloop.photos;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photographs. Who may see one is for the module to say that attached it. A photograph has a row before it has
 * pictures, and its pictures go before its row, so that no picture is ever left over.
 */
@Service
public class Photos {

    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);
    private static final String NO_ROOM = "照片暂时存不下，可以先不带照片提交";

    private final Darkroom darkroom;
    private final PhotoRows rows;
    private final PhotoStore store;
    private final PhotosProperties limits;
    private final Clock clock;

    Photos(Darkroom darkroom, PhotoRows rows, PhotoStore store, PhotosProperties limits, Clock clock) {
        this.darkroom = darkroom;
        this.rows = rows;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a photograph in; it waits to be attached. Not to be called within a transaction: it may take a while.
     *
     * @throws PhotoRefusedException when it cannot be used or kept; then nothing is kept
     */
    public TakenPhoto take(PhotoUpload upload, PhotoKind kind) {
        if (rows.unattached() >= limits.mostUnattached()) {
            throw new PhotoRefusedException(NO_ROOM);
        }
        Developed developed = darkroom.develop(upload);
        Photo photo = new Photo(UUID.randomUUID(), null, kind, developed.large().length, developed.width(),
                developed.height(), developed.sha256());
        rows.add(photo, clock.instant(), clock.instant().plus(limits.unattachedFor()));
        keep(photo.id(), developed);
        return new TakenPhoto(photo, developed.origin());
    }

    private void keep(UUID id, Developed developed) {
        try {
            for (PhotoSize size : PhotoSize.values()) {
                store.put(new PhotoKey(id, size), developed.of(size));
            }
        } catch (IOException e) {
            LOG.error("The store does not take photographs: {}", e.toString());
            remove(id);
            throw new PhotoRefusedException(NO_ROOM, e);
        }
    }

    /** Removes pictures and row; when the store is away the row stays, and the sweeper tries again. */
    void remove(UUID id) {
        try {
            for (PhotoSize size : PhotoSize.values()) {
                store.remove(new PhotoKey(id, size));
            }
            rows.remove(id);
        } catch (IOException e) {
            LOG.warn("A photograph is still to be removed: {}", e.toString());
        }
    }

    /** Those of these ids that there are, the oldest first. */
    @Transactional(readOnly = true)
    public List<Photo> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : rows.find(ids);
    }

    /** The photographs of a case, the oldest first. */
    @Transactional(readOnly = true)
    public List<Photo> of(long caseId) {
        return rows.ofCase(caseId);
    }

    /** The photographs of several cases, the oldest first. */
    @Transactional(readOnly = true)
    public List<Photo> ofAll(Collection<Long> caseIds) {
        return caseIds.isEmpty() ? List.of() : rows.ofCases(caseIds);
    }

    /**
     * Attaches photographs to a case, in the transaction of the caller.
     *
     * @throws PhotosGoneException when one of them is attached already, expired or unknown; then none is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(long caseId, Set<UUID> ids) {
        if (!ids.isEmpty() && rows.attach(caseId, ids, clock.instant()) != ids.size()) {
            throw new PhotosGoneException();
        }
    }

    /**
     * Attaches photographs to a case as {@link PhotoKind#UNUSED}, in the transaction of the caller.
     *
     * @throws PhotosGoneException when one of them is attached already, expired or unknown; then none is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attachUnused(long caseId, Set<UUID> ids) {
        attach(caseId, ids);
        rows.markUnused(ids);
    }

    /**
     * Takes a photograph off its case, in the transaction of the caller; nobody sees it any more, and the next sweep
     * removes its pictures.
     *
     * @return whether it belonged to this case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean detach(long caseId, UUID id) {
        return rows.detach(caseId, id, clock.instant());
    }

    /** Opens a picture, a JPEG file; nothing when it is not there. The caller closes it. */
    public Optional<InputStream> open(UUID id, PhotoSize size) {
        try {
            return Optional.of(store.open(new PhotoKey(id, size)));
        } catch (IOException e) {
            LOG.warn("A photograph cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
