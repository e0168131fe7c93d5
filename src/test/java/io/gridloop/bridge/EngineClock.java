package io.gridloop.bridge;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The engine's time for the application under test, zone Asia/Shanghai unless told otherwise.
 *
 * <p>It is the real clock plus what the engine is ahead of it, so that a deadline that the engine's timer meets is met
 * for the application too.
 */
public final class EngineClock extends Clock {

    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private final Supplier<Duration> ahead;
    private final ZoneId zone;

    /**
     * Makes a clock.
     *
     * @param ahead how far the engine's clock is ahead of the real one, asked at each reading
     */
    public EngineClock(Supplier<Duration> ahead) {
        this(ahead, COUNTY);
    }

    /**
     * The clock of an engine whose clock nobody moves from now on.
     *
     * @param management address of the broker's management
     */
    public static EngineClock asItStands(URI management) {
        var ahead = new ClockControl(management).ahead();
        return new EngineClock(() -> ahead);
    }

    private EngineClock(Supplier<Duration> ahead, ZoneId zone) {
        this.ahead = ahead;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(ahead, other);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }
}
