package io.gridloop.faults;

import static org.awaitility.Awaitility.await;

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
    /** An engine that has just come back works off what waited, and answers this last. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private @Nullable GridloopSession browser;

    Promises(URI address) {
        this.address = address;
    }

    /** What is broken of all that has not moved since an instant. */
    List<String> brokenSince(Instant instant) {
        var path = "/actuator/invariants?settled=" + Duration.between(instant, Instant.now());
        return await().atMost(PATIENCE).ignoreExceptionsInstanceOf(WebappException.class).until(() -> ask(path),
                answer -> true);
    }

    private List<String> ask(String path) {
        try {
            return read(browser().get(path));
        } catch (WebappException stale) {
            browser = null;
            throw stale;
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
