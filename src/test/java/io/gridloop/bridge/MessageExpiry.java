package io.gridloop.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the engine let go of messages of the past. It cannot delete them, but its clock can pass their time to live.
 */
final class MessageExpiry {

    // The engine looks once a minute, by its own clock.
    private static final Duration ENGINE_LOOKS = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EngineView view;
    private final ClockControl clock;

    MessageExpiry(EngineView view, ClockControl clock) {
        this.view = view;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the engine keeps messages although their time is over */
    synchronized void run() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (view.lastMessageDeadline() > 0) {
            passTheLastDeadline();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The engine does not let its messages expire");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void passTheLastDeadline() {
        Instant now = Instant.now().plus(clock.ahead());
        Duration left = Duration.between(now, Instant.ofEpochMilli(view.lastMessageDeadline()));
        if (left.plus(ENGINE_LOOKS).isPositive()) {
            clock.add(left.plus(ENGINE_LOOKS).plusSeconds(1));
        }
    }
}
