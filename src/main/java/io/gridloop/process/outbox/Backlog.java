package io.gridloop.process.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many commands wait, how many are dead, and since when the oldest waits. */
record Backlog(long depth, long dead, @Nullable Instant oldest) {

    Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
