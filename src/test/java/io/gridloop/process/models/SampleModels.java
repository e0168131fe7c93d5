package io.gridloop.process.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** A diagram, a table and a form that fit together, and ways to spoil them. */
final class SampleModels {

    static final String DIAGRAM = "SampleProcess.bpmn";
    static final String TABLE = "sampleTable.dmn";
    static final String FORM = "sampleForm.form";

    final TreeMap<String, byte[]> files = new TreeMap<>();

    static SampleModels goodModels() {
        var models = new SampleModels();
        List.of(DIAGRAM, TABLE, FORM).forEach(name -> models.files.put(name, read(name)));
        return models;
    }

    SampleModels with(String file, String content) {
        files.put(file, content.getBytes(UTF_8));
        return this;
    }

    SampleModels without(String file) {
        files.remove(file);
        return this;
    }

    SampleModels changed(String file, String from, String to) {
        var text = new String(files.get(file), UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return with(file, text.replace(from, to));
    }

    List<String> problems() {
        return check().problems(files).stream().map(Problem::toString).toList();
    }

    static ModelCheck check() {
        return new ModelCheck(Set.of("cases.registerCase", "cases.prepareTask", "cases.finishTask"));
    }

    private static byte[] read(String name) {
        try {
            return new ClassPathResource("models/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
