package io.gridloop.local;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a part over HTTP whether it is there; keeps the session cookie of a login. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .cookieHandler(new CookieManager())
            .build();

    Probe(String url) {
        this.url = url;
    }

    /** The body, when the answer is a success. */
    Optional<String> get(String path) {
        return send(request(path).GET());
    }

    /** The body, when the answer is a success. */
    Optional<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The body, when the answer is a success. */
    Optional<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private Optional<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return Optional.of(response).filter(r -> r.statusCode() / 100 == 2).map(HttpResponse::body);
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while waiting for " + url + ".", e);
        }
    }
}
