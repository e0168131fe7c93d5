package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every step says in words what it is, every question has its answers: people read them in Operate and Tasklist. */
final class Labels implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> diagram.all(FlowNode.class)
                .filter(node -> !(node instanceof SubProcess))
                .flatMap(node -> node instanceof Gateway gateway ? question(diagram, gateway) : step(diagram, node)));
    }

    private static Stream<Problem> step(Diagram diagram, FlowNode node) {
        return unnamed(node.getName())
                ? Stream.of(diagram.problem(node.getId(), "没有名称：任务写成动词加对象，事件写成对象加状态"))
                : Stream.empty();
    }

    private static Stream<Problem> question(Diagram diagram, Gateway gateway) {
        boolean asks = gateway.getOutgoing().size() > 1
                && !(gateway instanceof ParallelGateway || gateway instanceof EventBasedGateway);
        if (!asks) {
            return Stream.empty();
        }
        var question = unnamed(gateway.getName())
                ? Stream.of(diagram.problem(gateway.getId(), "网关没有名称：写成一个问题"))
                : Stream.<Problem>empty();
        return Stream.concat(question, gateway.getOutgoing().stream().filter(flow -> unnamed(flow.getName()))
                .map(flow -> diagram.problem(flow.getId(), "分支没有名称：写成对网关问题的回答")));
    }

    private static boolean unnamed(@Nullable String name) {
        return name == null || name.isBlank();
    }
}
