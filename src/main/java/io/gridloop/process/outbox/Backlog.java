package io.gridloop.process.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many commands wait, how many of them in the bulk lane, how many are dead, and since when the oldest waits. */
record Backlog(long depth, long bulk, long dead, @Nullable Instant oldest) {

    /** How many commands wait in a lane. */
    long depth(Lane lane) {
        return lane == Lane.BULK ? bulk : depth - bulk;
    }

    Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
