package io.gridloop.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The engine's search for user tasks, asked in the words that 8.6 and 8.9 share: the client's own search speaks only to
 * 8.8 and later.
 */
@Component
class UserTaskPages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Map<String, String>> NEWEST_FIRST = List
            .of(Map.of("field", "creationDate", "order", "desc"));

    private final ObjectProvider<CamundaClient> client;
    private final RestClient rest;

    UserTaskPages(ObjectProvider<CamundaClient> client) {
        this.client = client;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        this.rest = RestClient.builder().requestFactory(factory).requestInterceptor(this::authorize).build();
    }

    /** The open tasks that were created last. */
    List<UserTask> newestOpen(int most) {
        return search(Map.of("state", "CREATED"), most);
    }

    /** The tasks of a process instance, in any state, the youngest first. */
    List<UserTask> ofInstance(long processInstanceKey, int most) {
        return search(Map.of("processInstanceKey", processInstanceKey), most);
    }

    private List<UserTask> search(Map<String, ?> filter, int most) {
        var address = client.getObject().getConfiguration().getRestAddress();
        var found = rest.post().uri(address.resolve("/v2/user-tasks/search")).contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("filter", filter, "sort", NEWEST_FIRST, "page", Map.of("limit", most)))
                .retrieve().body(JsonNode.class);
        var items = Objects.requireNonNull(found).path("items");
        return StreamSupport.stream(items.spliterator(), false).map(UserTaskPages::task).toList();
    }

    // 8.6 says key, 8.8 and later userTaskKey; keys are numbers there and texts here.
    private static UserTask task(JsonNode item) {
        var key = item.has("userTaskKey") ? item.path("userTaskKey") : item.path("key");
        return new UserTask(key.asLong(), item.path("elementInstanceKey").asLong(), item.path("state").asText(),
                item.path("assignee").asText(""));
    }

    private ClientHttpResponse authorize(HttpRequest request, byte[] body, ClientHttpRequestExecution rest)
            throws IOException {
        // Null where the engine asks for none.
        CredentialsProvider credentials = client.getObject().getConfiguration().getCredentialsProvider();
        if (credentials != null) {
            credentials.applyCredentials(request.getHeaders()::set);
        }
        return rest.execute(request, body);
    }
}
