package io.gridloop.photos;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes photographs whose report was never accepted. */
@Component
class PhotoSweeper {

    private static final int BATCH = 500;

    private final PhotoRows rows;
    private final Photos photos;
    private final Clock clock;

    PhotoSweeper(PhotoRows rows, Photos photos, Clock clock) {
        this.rows = rows;
        this.photos = photos;
        this.clock = clock;
    }

    /** Several instances sweep side by side; one that is being attached is left alone. */
    @Scheduled(fixedDelayString = "${gridloop.photos.sweep-every:PT15M}", initialDelayString = "${gridloop.photos.sweep-every:PT15M}")
    @Transactional
    public void sweep() {
        rows.lockExpired(clock.instant(), BATCH).forEach(photos::remove);
    }
}
