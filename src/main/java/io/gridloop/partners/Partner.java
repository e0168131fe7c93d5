package io.gridloop.partners;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A department whose cases another body's Open311 server gets.
 *
 * @param department its code in the county
 * @param address what stands before {@code /requests.json}; a slash at its end does not matter
 * @param apiKey proves there who sends; never shown and never logged
 * @param jurisdictionId which of several bodies on that server; nothing when it has one alone
 * @param services from codes of our categories to the service codes over there
 * @param defaultService the service code of all other categories
 * @param updatesEvery how often the other side is asked for news of each open request
 * @param timeout how long it may take for one answer, at most {@link #LONGEST_TIMEOUT}
 * @param attempts how often the same case is tried; with the default about three days
 * @param plainHttp whether the address may begin with {@code http://}; only for a network that nobody listens to
 */
record Partner(String department, URI address, String apiKey, @Nullable String jurisdictionId,
        @DefaultValue Map<String, String> services, String defaultService,
        @DefaultValue("10m") Duration updatesEvery, @DefaultValue("15s") Duration timeout,
        @DefaultValue("25") int attempts, @DefaultValue("false") boolean plainHttp) {

    /** Two answers in a row take less than the lease of a request, see {@link PartnerRequests}. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException when a setting is missing or cannot be used; gridloop then does not start */
    Partner {
        require(filled(department) && filled(apiKey) && filled(defaultService),
                "department, api-key and default-service have to be filled");
        require(usable(address, plainHttp), "address has to begin with https:// and holds no user, query or fragment");
        require(timeout.isPositive() && timeout.compareTo(LONGEST_TIMEOUT) <= 0, "timeout is at most 30s");
        require(updatesEvery.isPositive() && attempts > 0, "updates-every and attempts are more than nothing");
    }

    /** The service code over there for one of our categories. */
    String service(@Nullable String category) {
        return category == null ? defaultService : services.getOrDefault(category, defaultService);
    }

    /** The base address, without a slash at its end. */
    String base() {
        return address.toString().replaceAll("/+$", "");
    }

    /** Without the key, so that it never gets into a log. */
    @Override
    public String toString() {
        return "Partner[%s, %s]".formatted(department, address);
    }

    private static boolean filled(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }

    private static boolean usable(@Nullable URI address, boolean plainHttp) {
        return address != null && address.getHost() != null && address.getRawUserInfo() == null
                && address.getRawQuery() == null && address.getRawFragment() == null
                && ("https".equals(address.getScheme()) || plainHttp && "http".equals(address.getScheme()));
    }

    private static void require(boolean fine, String problem) {
        if (!fine) {
            throw new IllegalArgumentException("gridloop.partners: " + problem);
        }
    }
}
