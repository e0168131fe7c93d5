package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Moves the engine's clock, and knows how far it was moved.
 *
 * <p>Forward only: when the clock of an 8.6.0 broker goes back, its timers and job time-outs stop and its partition
 * turns unhealthy. So the reset that Process Test asks for after every test does nothing, and the clock keeps growing
 * until the broker is started anew.
 */
final class ClockControl {

    private final URI clock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    ClockControl(URI management) {
        this.clock = management.resolve("/actuator/clock");
        Duration found = Duration.between(Instant.now(), Instant.parse(read().path("instant").asText()));
        // Less is the time that the question took; more was added before this bridge came.
        ahead.set(found.compareTo(Duration.ofSeconds(2)) < 0 ? Duration.ZERO : found);
    }

    Duration ahead() {
        return ahead.get();
    }

    JsonNode read() {
        return Web.get(clock);
    }

    JsonNode add(Duration step) {
        return add(Json.object().put("offsetMilli", step.toMillis()));
    }

    /** Adds to the engine's clock; the application's moves first, or a timer's worker might still see the old time. */
    JsonNode add(JsonNode request) {
        Duration step = Duration.ofMillis(request.path("offsetMilli").asLong());
        if (step.isNegative()) {
            throw new IllegalArgumentException(
                    "The clock of an 8.6 engine must not go back (by " + step.negated() + ")");
        }
        ahead.accumulateAndGet(step, Duration::plus);
        try {
            return Web.post(URI.create(clock + "/add"), request);
        } catch (RuntimeException e) {
            ahead.accumulateAndGet(step, Duration::minus);
            throw e;
        }
    }
}
