package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResult;

/** What the engine itself demands of a diagram. */
final class EngineRules implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(EngineRules::check);
    }

    private static Stream<Problem> check(Diagram diagram) {
        var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
        new ModelWalker(diagram.model()).walk(visitor);
        return visitor.getValidationResult().getResults().values().stream().flatMap(List::stream)
                .map(result -> diagram.problem(owner(result), "引擎不接受：" + result.getMessage()));
    }

    // Extension elements have no id of their own: name the element that they belong to.
    private static String owner(ValidationResult result) {
        ModelElementInstance element = result.getElement();
        while (element != null && !(element instanceof BaseElement)) {
            element = element.getParentElement();
        }
        return element instanceof BaseElement base && base.getId() != null ? base.getId() : "";
    }
}
