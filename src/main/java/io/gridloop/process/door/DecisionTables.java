package io.gridloop.process.door;

import io.gridloop.process.models.InvalidModelException;
import io.gridloop.process.models.SafeXml;
import io.gridloop.process.models.Xml;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.jdk.javaapi.CollectionConverters;

/** The tables {@code routeCase} and {@code limitCase} of one set, evaluated by the engine that the broker uses. */
final class DecisionTables {

    static final String ROUTE = "routeCase";
    static final String LIMIT = "limitCase";

    private static final Set<String> KNOWN = Set.of("category", "handlingLevel", "level");

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final Map<String, ParsedDmn> tables = new HashMap<>();
    private final Set<String> unknownInputs = new TreeSet<>();

    DecisionTables(Map<String, byte[]> files) {
        for (String id : Set.of(ROUTE, LIMIT)) {
            var content = files.get(id + ".dmn");
            if (content != null) {
                read(id, content);
            }
        }
    }

    /** Input variables that a case does not tell; they count as empty. */
    Set<String> unknownInputs() {
        return unknownInputs;
    }

    /** The outputs of the rule that applies, as text; empty when there is no such table or no rule applies. */
    Map<String, String> decide(String id, Map<String, Object> inputs) {
        var table = tables.get(id);
        if (table == null) {
            return Map.of();
        }
        var answer = engine.eval(table, id, inputs);
        if (answer.isLeft() || !(answer.toOption().get().value() instanceof scala.collection.Map<?, ?> outputs)) {
            return Map.of();
        }
        var texts = new TreeMap<String, String>();
        CollectionConverters.asJava(outputs).forEach((name, value) -> texts.put((String) name, String.valueOf(value)));
        return texts;
    }

    private void read(String id, byte[] content) {
        var parsed = engine.parse(new ByteArrayInputStream(content));
        if (parsed.isLeft()) {
            throw new IllegalStateException(id + " passed the check before");
        }
        tables.put(id, parsed.toOption().get());
        try {
            Xml.all(SafeXml.parse(content).getDocumentElement(), "inputExpression").stream().map(Xml::text)
                    .filter(variable -> !KNOWN.contains(variable)).forEach(unknownInputs::add);
        } catch (InvalidModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
