package io.gridloop.process.door;

import io.gridloop.process.models.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Flattens a diagram: each element with its own attributes, extensions, conditions and timers. */
final class DiagramParts {

    private static final Set<String> CONTAINERS = Set.of("definitions", "process", "collaboration", "subProcess",
            "adHocSubProcess", "transaction");
    // Flows say in their own words where they begin and end.
    private static final Set<String> UNSAID = Set.of("incoming", "outgoing", "BPMNDiagram");

    private final Map<String, String> layout = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private DiagramParts(Element definitions) {
        Xml.all(definitions, "BPMNShape").forEach(this::drawn);
        Xml.all(definitions, "BPMNEdge").forEach(this::drawn);
        walk(definitions);
    }

    static List<Part> of(Document xml) {
        return new DiagramParts(xml.getDocumentElement()).parts;
    }

    private void walk(Element container) {
        Xml.children(container).filter(DiagramParts::own).forEach(element -> {
            var id = element.getAttribute("id");
            parts.add(new Part(id, DiagramWords.type(element.getLocalName()), element.getAttribute("name"),
                    properties(element), layout.getOrDefault(id, "")));
            walk(element);
        });
    }

    private static boolean own(Element element) {
        var name = element.getLocalName();
        return element.hasAttribute("id") && CONTAINERS.contains(element.getParentNode().getLocalName())
                && !UNSAID.contains(name) && !name.endsWith("EventDefinition")
                && !name.endsWith("LoopCharacteristics") && !name.equals("documentation");
    }

    private Map<String, String> properties(Element element) {
        var properties = new LinkedHashMap<String, String>();
        attributes(element, "", properties);
        Xml.children(element).filter(child -> !own(child)).forEach(child -> flatten(child, properties));
        return properties;
    }

    private void flatten(Element element, Map<String, String> into) {
        var name = element.getLocalName();
        switch (name) {
            case "incoming", "outgoing" -> {
            }
            case "input", "output" -> add(into, (name.equals("input") ? "输入 " : "输出 ")
                    + element.getAttribute("target"), element.getAttribute("source"));
            case "executionListener", "taskListener" -> add(into, "监听器 " + element.getAttribute("eventType"),
                    element.getAttribute("type"));
            case "header" -> add(into, "标头 " + element.getAttribute("key"), element.getAttribute("value"));
            case "property" -> add(into, "属性 " + element.getAttribute("name"), element.getAttribute("value"));
            default -> {
                boolean leaf = Xml.children(element).findAny().isEmpty();
                attributes(element, name + ".", into);
                if (leaf && (!Xml.text(element).isEmpty() || attributes(element).isEmpty())) {
                    add(into, DiagramWords.property(name), Xml.text(element).isEmpty() ? "有" : Xml.text(element));
                }
                Xml.children(element).forEach(child -> flatten(child, into));
            }
        }
    }

    private void attributes(Element element, String prefix, Map<String, String> into) {
        attributes(element).forEach(attribute -> {
            var name = attribute.getLocalName();
            var value = attribute.getNodeValue();
            add(into, DiagramWords.property(prefix + name), value);
        });
    }

    private static List<Node> attributes(Element element) {
        var all = element.getAttributes();
        return IntStream.range(0, all.getLength()).mapToObj(all::item)
                .filter(it -> !it.getNodeName().startsWith("xmlns") && !it.getNodeName().startsWith("xsi:")
                        && !"id".equals(it.getLocalName()))
                .toList();
    }

    private static void add(Map<String, String> into, String label, String value) {
        into.merge(label, value, (first, second) -> first + "；" + second);
    }

    private void drawn(Element shape) {
        var places = new StringBuilder(shape.getAttribute("isExpanded"));
        Xml.all(shape, "*").forEach(place -> attributes(place)
                .forEach(it -> places.append(it.getLocalName()).append('=').append(it.getNodeValue()).append(' ')));
        layout.put(shape.getAttribute("bpmnElement"), places.toString());
    }
}
