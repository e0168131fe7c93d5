package io.gridloop.process.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that somebody else wrote: no document type, so no external entity and no entity bomb. */
public final class SafeXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    // What walks a model walks it recursively.
    private static final String DEPTH = "jdk.xml.maxElementDepth";
    private static final String DEEPEST = "100";

    private SafeXml() {}

    /** @throws InvalidModelException when it is no well-formed XML, or has a document type, or is nested too deeply */
    public static Document parse(byte[] xml) throws InvalidModelException {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new InvalidModelException("不是合格的 XML（不得含 DOCTYPE）：" + e.getMessage());
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(DEPTH, DEEPEST);
            var builder = factory.newDocumentBuilder();
            // The parser's own handler would print to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
