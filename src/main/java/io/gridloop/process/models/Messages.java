package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.Message;
import io.gridloop.process.outbox.CommandKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A diagram waits only for messages that gridloop sends. */
final class Messages implements ModelRule {

    private static final Set<String> SENT = Arrays.stream(CommandKind.values()).map(CommandKind::message)
            .collect(Collectors.toSet());

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> diagram.all(Message.class)
                .filter(message -> !SENT.contains(message.getName()))
                .map(message -> diagram.problem(message.getId(), "没有谁发送消息 " + message.getName() + "，可用：" + SENT)));
    }
}
