package io.gridloop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One person's login to Tasklist, through the interface that a browser uses. */
final class TasklistSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PAGE_SIZE = 50;

    private final HttpClient http;
    private final URI tasklist;
    private final String login;
    private final String cookies;
    private final String csrfToken;

    private TasklistSession(HttpClient http, URI tasklist, String login, HttpResponse<?> answer) {
        this.http = http;
        this.tasklist = tasklist;
        this.login = login;
        this.cookies = answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
        this.csrfToken = answer.headers().firstValue("x-csrf-token").orElse("");
    }

    /**
     * Logs a person in.
     *
     * @throws TasklistException when Tasklist does not know the person or is not there
     */
    static TasklistSession login(HttpClient http, URI tasklist, String login, String password) {
        var query = "username=%s&password=%s".formatted(encode(login), encode(password));
        var request = HttpRequest.newBuilder(tasklist.resolve("/api/login?" + query)).timeout(TIMEOUT)
                .POST(BodyPublishers.noBody()).build();
        return new TasklistSession(http, tasklist, login, send(http, request));
    }

    /** The open tasks assigned to this person, the oldest first, at most 50. */
    List<DemoTask> tasks() {
        var search = Map.of("state", "CREATED", "assignee", login, "pageSize", PAGE_SIZE,
                "sort", List.of(Map.of("field", "creationTime", "order", "ASC")),
                "includeVariables", DemoTask.VARIABLES.stream()
                        .map(name -> Map.of("name", name, "alwaysReturnFullValue", true)).toList());
        var found = read(call("POST", "/v1/tasks/search", search).body());
        return StreamSupport.stream(found.spliterator(), false).map(TasklistSession::task).toList();
    }

    /**
     * Completes a task with one variable.
     *
     * @throws TasklistException when Tasklist refuses
     */
    void complete(String taskId, String variable, Map<String, Object> values) {
        var answer = Map.of("variables", List.of(Map.of("name", variable, "value", write(values))));
        call("PATCH", "/v1/tasks/" + taskId + "/complete", answer);
    }

    private HttpResponse<String> call(String method, String path, Object body) {
        return send(http, HttpRequest.newBuilder(tasklist.resolve(path)).timeout(TIMEOUT).header("Cookie", cookies)
                .header("X-CSRF-TOKEN", csrfToken).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(write(body))).build());
    }

    private static DemoTask task(JsonNode found) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        found.path("variables").forEach(
                variable -> variables.set(variable.path("name").asText(), read(variable.path("value").asText("null"))));
        return new DemoTask(found.path("id").asText(), found.path("taskDefinitionId").asText(), variables);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new TasklistException(request.method() + " " + request.uri().getPath(), answer.statusCode(),
                        answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new TasklistException(request.method() + " " + request.uri().getPath(), 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TasklistException(request.method() + " " + request.uri().getPath(), 0, "interrupted");
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Object value) {
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
