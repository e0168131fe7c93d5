package io.gridloop.process.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.gridloop.process.engine.Instances;
import io.gridloop.process.engine.UserTask;
import io.gridloop.process.engine.UserTaskSearch;
import io.gridloop.process.engine.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Completes and assigns user tasks. The engine knows them by a key of their own, which only its search names, a moment
 * later than the task is there: until then the command waits. A task that is over needs neither, and one whose step was
 * left while it was prepared never comes to be: the engine then has no visit of that step.
 */
@Component
class UserTaskCommands {

    private static final Logger log = LoggerFactory.getLogger(UserTaskCommands.class);
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {
    };
    private static final Answer DONE = new Answer(Verdict.DONE, "");
    /** So often the search may lag before the engine is asked for the visit itself. */
    private static final int LAGS = 3;
    private static final Answer NOT_YET = new Answer(Verdict.NOT_YET, "The engine's search does not show the task yet");

    private final ObjectProvider<CamundaClient> client;
    private final UserTaskSearch search;
    private final Instances instances;
    private final ObjectMapper json;

    UserTaskCommands(ObjectProvider<CamundaClient> client, UserTaskSearch search, Instances instances,
            ObjectMapper json) {
        this.client = client;
        this.search = search;
        this.instances = instances;
        this.json = json;
    }

    CompletionStage<Answer> send(EngineCommand command) {
        return CompletableFuture.supplyAsync(() -> find(command), Thread::startVirtualThread)
                .thenCompose(found -> found.map(task -> send(command, task))
                        .orElseGet(() -> CompletableFuture.completedFuture(unseen(command))))
                .exceptionally(Answer::of);
    }

    private Optional<UserTask> find(EngineCommand command) {
        try {
            return search.find(read(command).path("instance").asLong(), visit(command));
        } catch (RestClientException e) {
            log.debug("The engine's search does not answer: {}", e.toString());
            return Optional.empty();
        }
    }

    private Answer unseen(EngineCommand command) {
        return command.attempts() >= LAGS && instances.look(visit(command)) == Verdict.GONE ? DONE : NOT_YET;
    }

    private static long visit(EngineCommand command) {
        return Long.parseLong(command.correlationKey());
    }

    private CompletionStage<Answer> send(EngineCommand command, UserTask task) {
        if (task.over()) {
            return CompletableFuture.completedFuture(DONE);
        }
        var content = read(command);
        var sent = command.kind() == CommandKind.COMPLETE_TASK
                ? client.getObject().newCompleteUserTaskCommand(task.key()).variables(variables(content)).send()
                : client.getObject().newAssignUserTaskCommand(task.key()).assignee(content.path("assignee").asText())
                        .allowOverride(true).send();
        return sent.handle((done, error) -> answer(error));
    }

    /** A task that is not there, or is just being completed, was done by somebody else: nothing is left to say. */
    private static Answer answer(@Nullable Throwable error) {
        var answer = Answer.of(error);
        return answer.verdict() == Verdict.GONE ? DONE : answer;
    }

    private Map<String, Object> variables(JsonNode content) {
        return json.convertValue(content.path("variables"), VARIABLES);
    }

    private JsonNode read(EngineCommand command) {
        try {
            return json.readTree(command.variables());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
