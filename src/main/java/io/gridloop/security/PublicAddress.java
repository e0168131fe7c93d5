package io.gridloop.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people find gridloop, {@code gridloop.public-url}. */
@Component
public class PublicAddress {

    private final String url;

    PublicAddress(@Value("${gridloop.public-url}") String url) {
        this.url = url;
    }

    /** The whole address of a page, by its path with a slash in front. */
    public String of(String path) {
        return url.replaceAll("/+$", "") + path;
    }

    boolean https() {
        return url.startsWith("https:");
    }
}
