package io.gridloop.process.models;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks XML by local names, whatever namespace version a file has. */
public final class Xml {

    private Xml() {}

    /** All elements below with this local name. */
    public static List<Element> all(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList();
    }

    /** The elements right below. */
    public static Stream<Element> children(Element parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** What is written in it, without blanks at the ends. */
    public static String text(Element element) {
        return element.getTextContent().strip();
    }
}
