package io.gridloop.intake.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an answer as XML. JSON and XML of Open311 are one structure in two spellings (the Spark convention): a list in
 * JSON is an element in XML that holds one child for each item, under a name that belongs to the list. So both are
 * written from the same tree. No XML library joins the class path for it: Spring would then offer and read XML at every
 * other address too.
 */
final class XmlText {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** The name of a list, and the name of each of its items. */
    private static final Map<String, String> ITEMS = Map.of("services", "service", "attributes", "attribute",
            "values", "value", "service_requests", "request", "notes", "note", "photos", "photo", "errors", "error",
            "endpoints", "endpoint", "formats", "format");

    /** What XML 1.0 cannot hold, not even escaped. */
    private static final Pattern IMPOSSIBLE = Pattern
            .compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    /** The document with this root element. */
    static String of(String root, JsonNode tree) {
        var text = new StringWriter();
        try {
            var xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            element(xml, root, tree);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        xml.writeStartElement(name);
        if (node.isArray()) {
            for (var item : node) {
                element(xml, ITEMS.getOrDefault(name, "item"), item);
            }
        } else if (node.isObject()) {
            for (var field : node.properties()) {
                element(xml, field.getKey(), field.getValue());
            }
        } else if (!node.isNull()) {
            xml.writeCharacters(IMPOSSIBLE.matcher(node.asText()).replaceAll(""));
        }
        xml.writeEndElement();
    }
}
