package io.gridloop.process.models;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every FEEL expression of a diagram can be read; one that cannot would be found by the first case that meets it. */
final class Expressions implements ModelRule {

    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final Set<String> TEXTS = Set.of(
            "conditionExpression", "completionCondition", "timeDate", "timeDuration", "timeCycle");

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> Xml.all(diagram.xml().getDocumentElement(), "*").stream()
                .flatMap(element -> expressions(element).flatMap(text -> Feel.fault(text.substring(1)).stream()
                        .map(fault -> diagram.problem(owner(element), "FEEL 表达式有误：" + text + "（" + fault + "）")))));
    }

    private static Stream<String> expressions(Element element) {
        var text = TEXTS.contains(element.getLocalName()) ? Stream.of(Xml.text(element)) : Stream.<String>empty();
        var values = ZEEBE.equals(element.getNamespaceURI()) ? attributes(element) : Stream.<String>empty();
        return Stream.concat(text, values).filter(value -> value.startsWith("="));
    }

    private static Stream<String> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item).map(Node::getNodeValue);
    }

    private static String owner(Element element) {
        Node node = element;
        while (node instanceof Element inner && !inner.hasAttribute("id")) {
            node = node.getParentNode();
        }
        return node instanceof Element owner ? owner.getAttribute("id") : "";
    }
}
