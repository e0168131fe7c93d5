package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** One person's login to Operate and Tasklist, through the interface that a browser uses. */
final class WebappSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 2;

    private final HttpClient http;
    private final URI address;
    private final String login;
    private final String cookies;
    private final String csrfToken;

    private WebappSession(HttpClient http, URI address, String login, HttpResponse<?> answer) {
        this.http = http;
        this.address = address;
        this.login = login;
        this.cookies = answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
        this.csrfToken = answer.headers().firstValue("x-csrf-token").orElse("");
    }

    /**
     * Logs a person in.
     *
     * @throws WebappException when the person is not known or nothing answers
     */
    static WebappSession login(HttpClient http, URI address, String login, String password) {
        var query = "username=%s&password=%s".formatted(encode(login), encode(password));
        var request = HttpRequest.newBuilder(address.resolve("/api/login?" + query)).timeout(TIMEOUT)
                .POST(BodyPublishers.noBody()).build();
        return new WebappSession(http, address, login, send(http, request));
    }

    /** Who is logged in. */
    String login() {
        return login;
    }

    /**
     * Calls the interface with a JSON body.
     *
     * @return what it answers; a missing node for an empty answer
     * @throws WebappException when it refuses
     */
    JsonNode call(String method, String path, Object body) {
        return read(send(http, HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).header("Cookie", cookies)
                .header("X-CSRF-TOKEN", csrfToken).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(write(body))).build()).body());
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        var call = request.method() + " " + request.uri().getPath();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != OK) {
                throw new WebappException(call, answer.statusCode(), answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new WebappException(call, 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebappException(call, 0, "interrupted");
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
