package io.gridloop.process.door;

import io.gridloop.process.models.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Flattens a decision table: the decision, its columns, and each rule by its rule code. */
final class TableParts {

    static final String CODE = "ruleCode";

    private TableParts() {}

    static List<Part> of(Document xml) {
        var parts = new ArrayList<Part>();
        Xml.all(xml.getDocumentElement(), "decision").forEach(decision -> read(decision, parts));
        return parts;
    }

    private static void read(Element decision, List<Part> into) {
        var id = decision.getAttribute("id");
        var table = Xml.all(decision, "decisionTable").stream().findFirst().orElse(decision);
        var policy = table.getAttribute("hitPolicy");
        into.add(new Part(id, "决策", decision.getAttribute("name"), Map.of("名称", decision.getAttribute("name"),
                "命中策略", policy.isEmpty() ? "UNIQUE" : policy), ""));
        var inputs = Xml.all(table, "input");
        var outputs = Xml.all(table, "output");
        inputs.forEach(column -> into.add(column(column, "输入列")));
        outputs.forEach(column -> into.add(column(column, "输出列")));
        Xml.all(table, "rule").forEach(rule -> into.add(rule(rule, inputs, outputs)));
    }

    private static Part column(Element column, String what) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("列名", column.getAttribute("label"));
        properties.put("变量", first(column, "inputExpression") + column.getAttribute("name"));
        properties.put("类型", Stream.concat(Stream.of(column), Xml.all(column, "inputExpression").stream())
                .map(it -> it.getAttribute("typeRef")).filter(type -> !type.isEmpty()).findFirst().orElse(""));
        properties.put("允许的值", first(column, "inputValues") + first(column, "outputValues"));
        return new Part(column.getAttribute("id"), what, column.getAttribute("label"), properties, "");
    }

    private static Part rule(Element rule, List<Element> inputs, List<Element> outputs) {
        var cells = new LinkedHashMap<String, String>();
        cells(rule, "inputEntry", inputs, cells, "任意");
        cells(rule, "outputEntry", outputs, cells, "");
        var source = Xml.children(rule).filter(it -> List.of("description", "annotationEntry")
                .contains(it.getLocalName())).map(Xml::text).reduce("", String::concat);
        cells.put("依据", source);
        int code = outputs.stream().map(column -> column.getAttribute("name")).toList().indexOf(CODE);
        var entries = Xml.all(rule, "outputEntry");
        var named = code < 0 || code >= entries.size() ? "" : Xml.text(entries.get(code)).replace("\"", "");
        return new Part(named.isEmpty() ? rule.getAttribute("id") : named, "规则", source, cells, "");
    }

    private static void cells(Element rule, String name, List<Element> columns, Map<String, String> into,
            String empty) {
        var entries = Xml.all(rule, name);
        for (int i = 0; i < Math.min(entries.size(), columns.size()); i++) {
            var text = Xml.text(entries.get(i));
            var label = columns.get(i).getAttribute("label");
            into.put(label.isEmpty() ? columns.get(i).getAttribute("id") : label,
                    text.isEmpty() || text.equals("-") ? empty : text);
        }
    }

    private static String first(Element parent, String name) {
        return Xml.all(parent, name).stream().findFirst().map(Xml::text).orElse("");
    }
}
