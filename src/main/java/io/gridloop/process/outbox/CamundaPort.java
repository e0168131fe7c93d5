package io.gridloop.process.outbox;

import io.camunda.client.CamundaClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes commands to Camunda: messages are published, what people did with user tasks goes another way. */
@Component
class CamundaPort implements EnginePort {

    private final ObjectProvider<CamundaClient> client;
    private final UserTaskCommands userTasks;

    CamundaPort(ObjectProvider<CamundaClient> client, UserTaskCommands userTasks) {
        this.client = client;
        this.userTasks = userTasks;
    }

    @Override
    public CompletionStage<Answer> publish(EngineCommand command) {
        try {
            return command.kind().message() == null
                    ? userTasks.send(command)
                    : send(command).handle((done, error) -> Answer.of(error));
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
