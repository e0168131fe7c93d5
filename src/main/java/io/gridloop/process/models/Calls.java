package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.util.stream.Stream;

/** What a diagram calls is part of the same deployment and is bound to it. */
final class Calls implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream()
                .flatMap(diagram -> Stream.concat(decisions(diagram, models), processes(diagram, models)));
    }

    private static Stream<Problem> decisions(Diagram diagram, Models models) {
        return diagram.all(BusinessRuleTask.class).flatMap(task -> Diagram.extensions(task, ZeebeCalledDecision.class)
                .flatMap(call -> faults(models.hasDecision(call.getDecisionId()), "决策 " + call.getDecisionId(),
                        call.getBindingType()))
                .map(fault -> diagram.problem(task.getId(), fault)));
    }

    private static Stream<Problem> processes(Diagram diagram, Models models) {
        return diagram.all(CallActivity.class).flatMap(task -> Diagram.extensions(task, ZeebeCalledElement.class)
                .flatMap(call -> faults(models.hasProcess(call.getProcessId()), "流程 " + call.getProcessId(),
                        call.getBindingType()))
                .map(fault -> diagram.problem(task.getId(), fault)));
    }

    private static Stream<String> faults(boolean exists, String what, ZeebeBindingType binding) {
        var missing = exists ? Stream.<String>empty() : Stream.of("找不到" + what);
        var loose = binding == ZeebeBindingType.deployment
                ? Stream.<String>empty()
                : Stream.of(what + " 的绑定方式应为 deployment");
        return Stream.concat(missing, loose);
    }
}
