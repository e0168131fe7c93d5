package io.gridloop.intake;

import io.gridloop.security.PublicAddress;
import org.springframework.stereotype.Component;

/** Addresses that people open with a phone, below {@code gridloop.public-url}; short, because some type them. */
@Component
public class PublicLinks {

    private final PublicAddress address;

    PublicLinks(PublicAddress address) {
        this.address = address;
    }

    /** The report page with a grid chosen. */
    public String grid(String gridCode) {
        return address.of("/g/" + gridCode);
    }

    /** The page of a receipt; whoever has the address has the key. */
    public String receipt(String plainCode) {
        return address.of("/receipt/" + plainCode);
    }
}
