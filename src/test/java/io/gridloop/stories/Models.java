package io.gridloop.stories;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The shipped diagrams as a test reads them. */
final class Models {

    private Models() {}

    /** Ids of all events, tasks, gateways and calls of one diagram. */
    static Set<String> flowNodes(String processId) {
        return Bpmn.readModelFromFile(new File("processes/" + processId + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
