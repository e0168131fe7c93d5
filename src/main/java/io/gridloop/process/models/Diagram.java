package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;

/** A BPMN file. */
record Diagram(String file, BpmnModelInstance model, Document xml) {

    static Diagram read(String file, byte[] content) throws InvalidModelException {
        var xml = SafeXml.parse(content);
        try {
            return new Diagram(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content)), xml);
        } catch (ModelException e) {
            var reason = e.getCause() == null ? e : e.getCause();
            throw new InvalidModelException("不是合格的 BPMN：" + reason.getMessage());
        }
    }

    <T extends BpmnModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    Stream<String> processIds() {
        return all(Process.class).map(Process::getId);
    }

    Problem problem(String element, String message) {
        return new Problem(file, element, message);
    }

    static <T extends BpmnModelElementInstance> Optional<T> extension(BaseElement element, Class<T> type) {
        return extensions(element, type).findFirst();
    }

    static <T extends BpmnModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        var extensions = element.getExtensionElements();
        return extensions == null ? Stream.empty() : extensions.getChildElementsByType(type).stream();
    }
}
