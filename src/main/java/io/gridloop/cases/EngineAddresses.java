package io.gridloop.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where staff look at a case's process instance. */
@Component
public class EngineAddresses {

    private final Addresses addresses;

    EngineAddresses(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The process instance in Operate; null when {@code gridloop.operate-url} or the instance is not known. */
    public @Nullable String ofInstance(@Nullable Long processInstanceKey) {
        return addresses.instanceUrl(processInstanceKey);
    }
}
