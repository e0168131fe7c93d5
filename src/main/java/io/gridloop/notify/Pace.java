package io.gridloop.notify;

import io.gridloop.security.RateLimits;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much one recipient gets, counted by all instances together. What is too much waits and then goes as one. */
@Component
class Pace {

    private final RateLimits limits;

    Pace(RateLimits limits) {
        this.limits = limits;
    }

    /** How long the next message has to wait; zero when it may go, and then it counts. */
    Duration take(Channel channel, String recipient) {
        return limits.take("message " + channel, recipient, channel.burst(), channel.perMinute());
    }
}
