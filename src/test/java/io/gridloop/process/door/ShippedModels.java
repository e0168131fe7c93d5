package io.gridloop.process.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gridloop.process.models.ModelFiles;
import java.util.Map;
import java.util.TreeMap;

/** The shipped models, and changes to them. */
final class ShippedModels {

    static final String DISPATCH = "DispatchCaseProcess.bpmn";
    static final String ROUTE = "routeCase.dmn";
    static final String LIMIT = "limitCase.dmn";
    static final String ASSIGN = "assignUnit.form";

    /** The post of the community's rule for exposed garbage. */
    static final String GARBAGE_POST = cell("LiteralExpression_0102_C_post", "patrol");
    static final String GARBAGE_SERVICE = cell("LiteralExpression_0102_C_post", "service");

    private ShippedModels() {}

    static String text(String file) {
        return new String(ModelFiles.shipped().get(file), UTF_8);
    }

    static byte[] changed(String file, String from, String to) {
        return change(text(file), from, to).getBytes(UTF_8);
    }

    static Map<String, byte[]> with(String file, byte[] content) {
        var files = new TreeMap<>(ModelFiles.shipped());
        files.put(file, content);
        return files;
    }

    static String change(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("not there: " + from);
        }
        return text.replace(from, to);
    }

    private static String cell(String id, String value) {
        return "<outputEntry id=\"" + id + "\">\n          <text>\"" + value + "\"</text>";
    }
}
