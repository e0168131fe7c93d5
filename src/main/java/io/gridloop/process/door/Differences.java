package io.gridloop.process.door;

import io.gridloop.process.models.InvalidModelException;
import io.gridloop.process.models.SafeXml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what is different between two sets of models that passed the check, so that people can read it. */
final class Differences {

    private Differences() {}

    /** The files that are different, by name. */
    static List<Difference> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        return files(before, after).stream().map(file -> of(file, before.get(file), after.get(file))).toList();
    }

    /** Names of the files that are different. */
    static List<String> files(Map<String, byte[]> before, Map<String, byte[]> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().filter(name -> !Arrays.equals(before.get(name), after.get(name))).toList();
    }

    private static Difference of(String file, byte @Nullable [] before, byte @Nullable [] after) {
        var kind = before == null ? Change.Kind.ADDED : after == null ? Change.Kind.REMOVED : Change.Kind.CHANGED;
        return new Difference(file, kind, Part.changes(parts(file, before), parts(file, after)));
    }

    private static List<Part> parts(String file, byte @Nullable [] content) {
        if (content == null) {
            return List.of();
        }
        try {
            return switch (file.substring(file.lastIndexOf('.') + 1)) {
                case "bpmn" -> DiagramParts.of(SafeXml.parse(content));
                case "dmn" -> TableParts.of(SafeXml.parse(content));
                default -> FormParts.of(content);
            };
        } catch (InvalidModelException e) {
            throw new IllegalStateException(file + " passed the check before", e);
        }
    }
}
