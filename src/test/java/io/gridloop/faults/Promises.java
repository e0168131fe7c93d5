package io.gridloop.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.demo.GridloopSession;
import io.gridloop.demo.WebappException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promises as an administrator reads them, at {@code /actuator/invariants}. */
final class Promises {

    private static final String ADMINISTRATOR = "caojiayi";
    private static final String PASSWORD = "gridloop";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private @Nullable GridloopSession browser;

    Promises(URI address) {
        this.address = address;
    }

    /** What is broken of all that has not moved since an instant. */
    List<String> brokenSince(Instant instant) {
        var path = "/actuator/invariants?settled=" + Duration.between(instant, Instant.now());
        try {
            return read(browser().get(path));
        } catch (WebappException stale) {
            browser = null;
            return read(browser().get(path));
        }
    }

    private GridloopSession browser() {
        var open = browser == null ? GridloopSession.login(http, address, ADMINISTRATOR, PASSWORD) : browser;
        browser = open;
        return open;
    }

    private static List<String> read(String json) {
        try {
            var broken = new ArrayList<String>();
            new ObjectMapper().readTree(json).path("promises").properties().forEach(
                    promise -> promise.getValue().forEach(what -> broken.add(promise.getKey() + ": " + what.asText())));
            return broken;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
