package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Ids say what an element is: they stand in histories, metrics and Operate. */
final class ElementIds implements ModelRule {

    private static final String NAME = "[A-Z][A-Za-z0-9]*";
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put(StartEvent.class, "StartEvent_");
        PREFIXES.put(EndEvent.class, "EndEvent_");
        PREFIXES.put(BoundaryEvent.class, "BoundaryEvent_");
        PREFIXES.put(IntermediateCatchEvent.class, "CatchEvent_");
        PREFIXES.put(IntermediateThrowEvent.class, "ThrowEvent_");
        PREFIXES.put(Gateway.class, "Gateway_");
        PREFIXES.put(CallActivity.class, "Call_");
        PREFIXES.put(SubProcess.class, "SubProcess_");
        PREFIXES.put(Task.class, "Task_");
    }

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(ElementIds::check);
    }

    private static Stream<Problem> check(Diagram diagram) {
        var nodes = diagram.all(FlowNode.class).flatMap(node -> misnamed(diagram, node.getId(), prefix(node)));
        // The modeler names every new arrow by itself; only those that decide something need a name of their own.
        var flows = diagram.all(SequenceFlow.class).filter(flow -> flow.getConditionExpression() != null)
                .flatMap(flow -> misnamed(diagram, flow.getId(), "SequenceFlow_"));
        var processes = diagram.all(Process.class).map(Process::getId)
                .filter(id -> !id.matches(NAME) || !id.endsWith("Process"))
                .map(id -> diagram.problem(id, "流程 id 应为大写开头并以 Process 结尾"));
        return Stream.of(nodes, flows, processes).flatMap(s -> s);
    }

    private static String prefix(FlowNode node) {
        return PREFIXES.entrySet().stream().filter(entry -> entry.getKey().isInstance(node)).findFirst()
                .map(Map.Entry::getValue).orElse("");
    }

    private static Stream<Problem> misnamed(Diagram diagram, String id, String prefix) {
        return id.matches(prefix + NAME)
                ? Stream.empty()
                : Stream.of(diagram.problem(id, "id 应为 " + prefix + "加大写开头的英文名，不用建模工具自动生成的 id"));
    }
}
