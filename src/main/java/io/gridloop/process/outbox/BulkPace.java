package io.gridloop.process.outbox;

import io.gridloop.process.ProcessProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How many bulk starts may be sent now. The rate rises by a twentieth of its upper bound for each second without
 * trouble and is halved, at most once a second, when the engine pushes back or answers slowly (additive increase,
 * multiplicative decrease, as TCP does). Nothing is sent while as many imported cases as allowed wait at their first
 * human step: people are the bottleneck then, and the engine would only keep what nobody looks at.
 */
@Component
class BulkPace {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final double BURST_SECONDS = 0.5;
    private static final double LEAST = 1;

    private final FirstSteps firstSteps;
    private final ProcessProperties.Bulk settings;
    private final Clock clock;
    private double rate;
    private double leave;
    private int room;
    private Instant lastLook;
    private Instant lastStep = Instant.EPOCH;
    private Instant lastTrouble = Instant.EPOCH;

    BulkPace(FirstSteps firstSteps, ProcessProperties properties, Clock clock) {
        this.firstSteps = firstSteps;
        this.settings = properties.relay().bulk();
        this.clock = clock;
        this.rate = Math.max(LEAST, settings.startsPerSecond() / 4.0);
        this.lastLook = clock.instant();
    }

    /** Starts per second that are allowed at the moment. */
    synchronized double rate() {
        return rate;
    }

    /** Takes leave to send at most {@code most} starts; {@link #giveBack} what was not needed. */
    synchronized int take(int most) {
        var now = clock.instant();
        if (passed(lastStep, now)) {
            step(now);
        }
        double seconds = Math.max(0, Duration.between(lastLook, now).toMillis() / 1000.0);
        lastLook = now;
        leave = Math.min(Math.max(1, rate * BURST_SECONDS), leave + seconds * rate);
        int taken = Math.max(0, Math.min((int) leave, Math.min(most, room)));
        giveBack(-taken);
        return taken;
    }

    synchronized void giveBack(int starts) {
        leave += starts;
        room += starts;
    }

    /** Slows down when the engine took too long for a round, or did not take all of it. */
    synchronized void answered(boolean pushedBack, Duration took) {
        var now = clock.instant();
        if ((pushedBack || took.compareTo(settings.slow()) > 0) && passed(lastTrouble, now)) {
            rate = Math.max(LEAST, rate / 2);
            lastTrouble = now;
        }
    }

    private void step(Instant now) {
        if (passed(lastTrouble, now)) {
            rate = Math.min(settings.startsPerSecond(), rate + settings.startsPerSecond() / 20.0);
        }
        room = settings.mostWaiting() - firstSteps.waiting(settings.mostWaiting());
        lastStep = now;
    }

    private static boolean passed(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(STEP) >= 0;
    }
}
