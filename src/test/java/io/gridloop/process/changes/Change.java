package io.gridloop.process.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gridloop.process.models.JobTypes;
import io.gridloop.process.models.ModelCheck;
import io.gridloop.process.models.ModelFiles;
import io.gridloop.process.models.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** One model file on its way from what is shipped to what a designer wants, step by step as in Modeler. */
public record Change(String file, String text) {

    /** Begins with the file as shipped. */
    public static Change of(String file) {
        return new Change(file, new String(ModelFiles.shipped().get(file), UTF_8));
    }

    /** Replaces one text; both steps of a guide and slips are made of this. */
    public Change with(String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return new Change(file, text.replace(from, to));
    }

    /** Puts what was drawn before a place. */
    Change drawn(String what, String before) {
        var at = text.indexOf(before);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not contain " + before);
        }
        return new Change(file, text.substring(0, at) + read(what) + text.substring(at));
    }

    /** Modeler's space tool: moves everything at x or right of it. */
    Change widened(int x, int by) {
        var plane = text.indexOf("<bpmndi:BPMNPlane");
        var moved = Pattern.compile("(?<= x=\")\\d+(?=\")").matcher(text.substring(plane)).replaceAll(at -> {
            int old = Integer.parseInt(at.group());
            return String.valueOf(old < x ? old : old + by);
        });
        return new Change(file, text.substring(0, plane) + moved);
    }

    /** What the check says of the shipped models with this file changed. */
    List<String> problems() {
        return problems(new TreeMap<>(ModelFiles.shipped()));
    }

    /** What the check says of these models with this file changed. */
    List<String> problems(TreeMap<String, byte[]> files) {
        files.put(file, text.getBytes(UTF_8));
        return new ModelCheck(JobTypes.ofWorkers()).problems(files).stream().map(Problem::toString).toList();
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("changes/" + name).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
