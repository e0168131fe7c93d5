package io.gridloop.stories;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The shipped diagrams as a test reads them. */
final class Models {

    private Models() {}

    /** Ids of all events, tasks, gateways and calls of all diagrams. */
    static Set<String> flowNodes() {
        var ids = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("processes"), "*.bpmn")) {
            files.forEach(file -> Bpmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(FlowNode.class)
                    .forEach(node -> ids.add(node.getId())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}
