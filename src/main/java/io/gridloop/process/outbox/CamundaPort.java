package io.gridloop.process.outbox;

import io.camunda.client.CamundaClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Publishes commands as messages. */
@Component
class CamundaPort implements EnginePort {

    private final ObjectProvider<CamundaClient> client;

    CamundaPort(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Answer> publish(EngineCommand command) {
        try {
            return send(command).handle((done, error) -> Answer.of(error));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Answer.of(e));
        }
    }

    private CompletionStage<?> send(EngineCommand command) {
        return client.getObject().newPublishMessageCommand()
                .messageName(command.kind().message())
                .correlationKey(command.correlationKey())
                .messageId(command.messageId())
                .timeToLive(command.kind().timeToLive())
                .variables(command.variables())
                .send();
    }
}
