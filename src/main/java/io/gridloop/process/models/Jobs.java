package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.stream.Stream;

/** Every job has somebody who does it; without a worker cases would stop there in silence. */
final class Jobs implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> diagram.all(FlowElement.class)
                .flatMap(element -> types(element).filter(type -> !models.jobTypes().contains(type))
                        .map(type -> diagram.problem(element.getId(), "作业类型 " + type + " 没有对应的 worker"))));
    }

    private static Stream<String> types(FlowElement element) {
        var tasks = Diagram.extensions(element, ZeebeTaskDefinition.class).map(ZeebeTaskDefinition::getType);
        var listeners = Diagram.extensions(element, ZeebeExecutionListeners.class)
                .flatMap(all -> all.getExecutionListeners().stream()).map(ZeebeExecutionListener::getType);
        return Stream.concat(tasks, listeners);
    }
}
