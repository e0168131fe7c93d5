package io.gridloop.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.jdk.javaapi.CollectionConverters;

/** One table of {@code processes/}, evaluated by the engine that Camunda's broker uses itself. */
final class DecisionTable {

    private final String id;
    private final Path file;
    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final ParsedDmn parsed;

    DecisionTable(String id) {
        this.id = id;
        this.file = Path.of("processes", id + ".dmn");
        this.parsed = parse();
    }

    /** All outputs of the one rule that applies; fails if none or several do. */
    Map<String, Object> decide(Map<String, Object> inputs) {
        var answer = engine.eval(parsed, id, inputs);
        if (answer.isLeft()) {
            throw new AssertionError(inputs + ": " + answer.swap().toOption().get());
        }
        var value = answer.toOption().get().value();
        if (value instanceof scala.collection.Map<?, ?> outputs) {
            return asJava(outputs);
        }
        throw new AssertionError(inputs + ": no rule applies, but " + value);
    }

    private static Map<String, Object> asJava(scala.collection.Map<?, ?> outputs) {
        var result = new TreeMap<String, Object>();
        CollectionConverters.asJava(outputs).forEach((name, value) -> result.put((String) name, value));
        return result;
    }

    List<Rule> rules() {
        return table().getRules().stream().toList();
    }

    HitPolicy hitPolicy() {
        return table().getHitPolicy();
    }

    List<String> columnLabels() {
        var labels = new ArrayList<String>();
        table().getInputs().forEach(input -> labels.add(input.getLabel()));
        table().getOutputs().forEach(output -> labels.add(output.getLabel()));
        return labels;
    }

    /** The rule code that each rule writes into its last output column. */
    List<String> ruleCodes() {
        return rules().stream().map(DecisionTable::ruleCode).toList();
    }

    private static String ruleCode(Rule rule) {
        return rule.getOutputEntries().stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .getText()
                .getTextContent()
                .replace("\"", "");
    }

    private org.camunda.bpm.model.dmn.instance.DecisionTable table() {
        return Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
                .iterator()
                .next();
    }

    private ParsedDmn parse() {
        try (var in = Files.newInputStream(file)) {
            var result = engine.parse(in);
            if (result.isLeft()) {
                throw new AssertionError(file + ": " + result.swap().toOption().get());
            }
            return result.toOption().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
