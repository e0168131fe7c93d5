package io.gridloop.process.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One element template, as Camunda Modeler finds it beside the diagrams. */
public record Template(Path file, JsonNode json) {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    /** All of them, by file name. */
    public static List<Template> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Template::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(Path file) {
        try {
            return new Template(file, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its id. */
    public String id() {
        return json.path("id").asText();
    }

    String version() {
        return json.path("version").asText();
    }

    /** The job types that it fixes: of a service task, or of the listeners of a user task. */
    List<String> jobTypes() {
        var task = bound("zeebe:taskDefinition").filter(it -> it.path("binding").path("property").asText()
                .equals("type"));
        return Stream.concat(task, bound("zeebe:executionListener")).map(it -> it.path("value").asText()).toList();
    }

    /** The variables that it names as read by the worker. */
    Set<String> inputs() {
        return bound("zeebe:input").map(it -> it.path("binding").path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The variables that it names as returned by the worker. */
    public Set<String> outputs() {
        return bound("zeebe:output").map(it -> it.path("binding").path("source").asText().substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All descriptions: of the template and of what it shows. */
    List<String> descriptions() {
        return Stream.concat(Stream.of(json), properties().filter(it -> !it.path("type").asText().equals("Hidden")))
                .map(it -> it.path("description").asText()).toList();
    }

    Stream<JsonNode> properties() {
        return StreamSupport.stream(json.path("properties").spliterator(), false);
    }

    private Stream<JsonNode> bound(String type) {
        return properties().filter(it -> it.path("binding").path("type").asText().equals(type));
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
