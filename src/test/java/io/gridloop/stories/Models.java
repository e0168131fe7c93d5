package io.gridloop.stories;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.File;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped diagrams as a test reads them. */
public final class Models {

    private Models() {}

    /** Ids of all events, tasks, gateways and calls of one diagram. */
    public static Set<String> flowNodes(String processId) {
        return ids(processId, FlowNode.class);
    }

    /** Ids of all user tasks of one diagram. */
    public static Set<String> userTasks(String processId) {
        return ids(processId, UserTask.class);
    }

    /** Ids of all sequence flows of one diagram. */
    public static Set<String> sequenceFlows(String processId) {
        return ids(processId, SequenceFlow.class);
    }

    /** Ids of all shipped processes. */
    public static Set<String> processes() {
        return Stream.of(Objects.requireNonNull(new File("processes").list()))
                .filter(file -> file.endsWith(".bpmn")).map(file -> file.replace(".bpmn", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(String processId, Class<? extends BaseElement> kind) {
        return Bpmn.readModelFromFile(new File("processes/" + processId + ".bpmn")).getModelElementsByType(kind)
                .stream().map(BaseElement::getId).collect(Collectors.toCollection(TreeSet::new));
    }
}
