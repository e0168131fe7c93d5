package io.gridloop.intake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses that people open with a phone, below {@code gridloop.public-url}; short, because some type them. */
@Component
public class PublicLinks {

    private final String base;

    PublicLinks(@Value("${gridloop.public-url}") String publicUrl) {
        this.base = publicUrl.replaceAll("/+$", "");
    }

    /** The report page with a grid chosen. */
    public String grid(String gridCode) {
        return base + "/g/" + gridCode;
    }

    /** The page of a receipt; whoever has the address has the key. */
    String receipt(String plainCode) {
        return base + "/receipt/" + plainCode;
    }
}
