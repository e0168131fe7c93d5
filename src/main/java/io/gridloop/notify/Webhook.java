package io.gridloop.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Asks servers outside that answer in JSON. Addresses and what is sent hold secrets, so nothing of them is logged and
 * none of the texts of errors is passed on.
 */
@Component
class Webhook {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST).followRedirects(HttpClient.Redirect.NEVER).build();
    private final ObjectMapper json;

    Webhook(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Posts an object as JSON.
     *
     * @param name of the other side, in Chinese
     * @param read what its answer means
     */
    Outcome postJson(String name, URI address, Object body, Function<JsonNode, Outcome> read) {
        return post(name, address, "application/json; charset=utf-8", write(body), read);
    }

    /** As {@link #postJson}, with any body. */
    Outcome post(String name, URI address, String type, String body, Function<JsonNode, Outcome> read) {
        var request = HttpRequest.newBuilder(address).timeout(LONGEST).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)).build();
        try {
            return outcome(name, http.send(request, BodyHandlers.ofString()), read);
        } catch (IOException e) {
            return new Outcome.Later(name + "没有应答");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("发送被中断");
        }
    }

    private Outcome outcome(String name, HttpResponse<String> response, Function<JsonNode, Outcome> read) {
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            return new Outcome.Later("%s暂时无法接收（HTTP %d）".formatted(name, status));
        }
        try {
            return read.apply(json.readTree(response.body()));
        } catch (JsonProcessingException e) {
            return new Outcome.Refused("%s的应答无法识别（HTTP %d）".formatted(name, status));
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
