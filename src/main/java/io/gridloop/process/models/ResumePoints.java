package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.gridloop.cases.ResumePoint;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps at which the reconciler takes up a case that the engine lost stay in the main diagram under their ids. */
final class ResumePoints implements ModelRule {

    private static final String MAIN = "GridCaseProcess";

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().filter(diagram -> diagram.processIds().anyMatch(MAIN::equals))
                .flatMap(ResumePoints::check);
    }

    private static Stream<Problem> check(Diagram diagram) {
        var ids = diagram.all(FlowNode.class).map(FlowNode::getId).collect(Collectors.toSet());
        return Stream.of(ResumePoint.values()).map(ResumePoint::element).filter(id -> !ids.contains(id))
                .map(id -> diagram.problem(id, "主流程不能没有这个步骤：引擎丢失案件后要从这里继续"));
    }
}
