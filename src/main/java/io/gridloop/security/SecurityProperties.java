package io.gridloop.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of log-ins and of what one client may do.
 *
 * @param sessionLifetime after which a session ends however busy it is
 * @param sessionsEach sessions of one login at a time; one more ends the oldest
 * @param trustedProxies addresses of proxies in front of gridloop; only what comes from one of them may say in
 *     {@code X-Forwarded-For} whom it speaks for
 * @param limits what one client address may do
 */
@ConfigurationProperties("gridloop.security")
record SecurityProperties(@DefaultValue("12h") Duration sessionLifetime, @DefaultValue("5") int sessionsEach,
        @DefaultValue List<String> trustedProxies, @DefaultValue Limits limits) {

    /**
     * What one client address may do. Many residents share the address of a mobile network, and a whole office the
     * address of the county, so the numbers are far above what one person does.
     *
     * @param report reports by residents
     * @param receipt tries of receipt codes
     * @param login tries to log in
     * @param wrongPassword log-ins that failed; then log-ins from this address are closed until some are given back
     * @param api requests of programs without a key or with a wrong one; each key has a limit of its own
     */
    record Limits(@DefaultValue RateLimit report, @DefaultValue RateLimit receipt, @DefaultValue RateLimit login,
            @DefaultValue RateLimit wrongPassword, @DefaultValue RateLimit api) {}

    /**
     * So many within so long; they come back evenly.
     *
     * @param times at most
     * @param within for example {@code 10m}
     */
    record RateLimit(@DefaultValue("120") int times, @DefaultValue("10m") Duration within) {}
}
