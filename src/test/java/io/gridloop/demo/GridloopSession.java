package io.gridloop.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's browser at gridloop: keeps the cookies and the token of the last page, sends forms. */
public final class GridloopSession {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int REDIRECT = 3;
    private static final int OK = 2;

    private final HttpClient http;
    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile String token = "";

    private GridloopSession(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** A visitor who opens a page that has a form. */
    public static GridloopSession visitor(HttpClient http, URI address, String page) {
        var session = new GridloopSession(http, address);
        session.get(page);
        return session;
    }

    /**
     * A person who logs in.
     *
     * @throws WebappException when gridloop refuses or does not answer
     */
    public static GridloopSession login(HttpClient http, URI address, String login, String password) {
        var session = visitor(http, address, "/login");
        var landed = session.post("/login", Map.of("username", login, "password", password));
        if (landed.contains("/login")) {
            throw new WebappException("login of " + login, 401, landed);
        }
        session.get("/cases");
        return session;
    }

    /**
     * Opens a page or asks for JSON.
     *
     * @throws WebappException for everything but success; a page that asks for the login counts as 401
     */
    public String get(String path) {
        var answer = send(request(path).header("Accept", path.contains(".json") ? "application/json" : "*/*").GET());
        require(answer, "GET " + path, OK);
        var found = TOKEN.matcher(answer.body());
        token = answer.headers().firstValue("X-CSRF-TOKEN").orElseGet(() -> found.find() ? found.group(1) : token);
        return answer.body();
    }

    /**
     * Sends a form.
     *
     * @return where gridloop leads to
     * @throws WebappException when it shows the form again, or refuses
     */
    public String post(String path, Map<String, String> form) {
        var answer = send(form(path, form));
        require(answer, "POST " + path, REDIRECT);
        return location(answer);
    }

    /**
     * Sends JSON.
     *
     * @return the body of the answer
     * @throws WebappException for everything but success
     */
    public String postJson(String path, String body) {
        var answer = send(request(path).header("Content-Type", "application/json").header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token).POST(BodyPublishers.ofString(body)));
        require(answer, "POST " + path, OK);
        return answer.body();
    }

    private static void require(HttpResponse<String> answer, String call, int kind) {
        int status = answer.statusCode() / 100 == REDIRECT && kind == OK && location(answer).contains("/login")
                ? 401
                : answer.statusCode();
        if (status / 100 != kind) {
            throw new WebappException(call, status, answer.body());
        }
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&_csrf=" + encode(token)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new WebappException(request.method() + " " + request.uri().getPath(), 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebappException(request.method() + " " + request.uri().getPath(), 0, "interrupted");
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
