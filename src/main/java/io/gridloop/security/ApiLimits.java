package io.gridloop.security;

import io.gridloop.security.SecurityProperties.RateLimit;
import java.time.Duration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** How much programs outside gridloop may ask: by their key or, without one, by their address. */
@Component
public class ApiLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final SecurityProperties settings;

    ApiLimits(RateLimits limits, SecurityProperties settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Takes one of the requests that a key has left.
     *
     * @return how long to wait; zero when it was taken
     * @throws DataAccessResourceFailureException when the count is out of reach
     */
    public Duration take(ApiKey key) {
        return take("api-key", String.valueOf(key.id()), new RateLimit(key.requestsPerMinute(), MINUTE));
    }

    /**
     * Takes one of the requests that a client address has left, for who has no key or a wrong one.
     *
     * @return how long to wait; zero when it was taken
     * @throws DataAccessResourceFailureException when the count is out of reach
     */
    public Duration takeWithoutKey(String address) {
        return take("api", address, settings.limits().api());
    }

    private Duration take(String what, String client, RateLimit limit) {
        try {
            return limits.take(what, client, limit);
        } catch (RuntimeException e) {
            throw new DataAccessResourceFailureException("The count of requests is out of reach", e);
        }
    }
}
