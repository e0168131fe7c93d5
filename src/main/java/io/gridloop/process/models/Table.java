package io.gridloop.process.models;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A DMN file. */
record Table(String file, Document xml) {

    static Table read(String file, byte[] content) throws InvalidModelException {
        var xml = SafeXml.parse(content);
        DmnSyntax.check(content);
        return new Table(file, xml);
    }

    List<Decision> decisions() {
        return Xml.all(xml.getDocumentElement(), "decision").stream().map(Decision::new).toList();
    }

    Problem problem(String element, String message) {
        return new Problem(file, element, message);
    }

    /** One decision of the file. */
    record Decision(Element xml) {

        String id() {
            return xml.getAttribute("id");
        }

        List<Element> tables() {
            return Xml.all(xml, "decisionTable");
        }

        List<Column> inputs() {
            return Xml.all(xml, "input").stream().map(Column::new).toList();
        }

        List<Rule> rules() {
            return Xml.all(xml, "rule").stream().map(Rule::new).toList();
        }

        List<String> outputs() {
            return Xml.all(xml, "output").stream().map(output -> output.getAttribute("name")).toList();
        }
    }

    /** One input column. */
    record Column(Element xml) {

        String id() {
            return xml.getAttribute("id");
        }

        String variable() {
            return Xml.all(xml, "inputExpression").stream().findFirst().map(Xml::text).orElse("");
        }

        String type() {
            return Xml.all(xml, "inputExpression").stream().findFirst().map(e -> e.getAttribute("typeRef")).orElse("");
        }

        String allowed() {
            return Xml.all(xml, "inputValues").stream().findFirst().map(Xml::text).orElse("");
        }
    }

    /** One row. */
    record Rule(Element xml, List<String> inputs, List<String> outputs) {

        Rule(Element xml) {
            this(xml, cells(xml, "inputEntry"), cells(xml, "outputEntry"));
        }

        private static List<String> cells(Element row, String name) {
            return Xml.all(row, name).stream().map(Xml::text).toList();
        }

        String id() {
            return xml.getAttribute("id");
        }

        String input(int column) {
            return inputs.get(column);
        }

        String output(int column) {
            return outputs.get(column);
        }

        boolean complete(int columnsIn, int columnsOut) {
            return inputs.size() == columnsIn && outputs.size() == columnsOut;
        }

        boolean annotated() {
            return Xml.children(xml).anyMatch(child -> List.of("description", "annotationEntry")
                    .contains(child.getLocalName()) && !Xml.text(child).isEmpty());
        }
    }
}
