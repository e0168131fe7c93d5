package io.gridloop.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people find gridloop, {@code gridloop.public-url}. */
@Component
class PublicAddress {

    private final String url;

    PublicAddress(@Value("${gridloop.public-url}") String url) {
        this.url = url;
    }

    boolean https() {
        return url.startsWith("https:");
    }
}
