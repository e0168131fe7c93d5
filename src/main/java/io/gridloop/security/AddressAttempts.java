package io.gridloop.security;

import org.springframework.stereotype.Component;

/** Counts failed log-ins by client address: who tries one password on many logins is stopped too. */
@Component
class AddressAttempts {

    private static final String WHAT = "wrong-password";

    private final RateLimits limits;
    private final SecurityProperties settings;

    AddressAttempts(RateLimits limits, SecurityProperties settings) {
        this.limits = limits;
        this.settings = settings;
    }

    boolean allow(String address) {
        return limits.left(WHAT, address, settings.limits().wrongPassword()) > 0;
    }

    /** Counts a try that failed, and says whether it was the last one allowed for now. */
    boolean failed(String address) {
        var limit = settings.limits().wrongPassword();
        return limits.take(WHAT, address, limit).isZero() && limits.left(WHAT, address, limit) == 0;
    }
}
