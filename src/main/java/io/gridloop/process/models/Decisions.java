package io.gridloop.process.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.camunda.dmn.Audit.DecisionTableEvaluationResult;
import org.camunda.dmn.Audit.EvaluatedRule;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.w3c.dom.Document;
import scala.jdk.javaapi.CollectionConverters;

/** Evaluates tables with the DMN engine that the broker itself uses, as if they collected all matching rules. */
final class Decisions {

    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

    private final ParsedDmn dmn;

    private Decisions(ParsedDmn dmn) {
        this.dmn = dmn;
    }

    static Decisions read(Document table) throws InvalidModelException {
        var result = ENGINE.parse(new ByteArrayInputStream(bytes(collecting(table))));
        if (result.isLeft()) {
            throw new InvalidModelException("不是合格的 DMN：" + result.left().toOption().get().message());
        }
        return new Decisions(result.toOption().get());
    }

    /** The rules that match; one that cannot be evaluated is a problem of the file. */
    List<EvaluatedRule> matching(String decision, Map<String, Object> inputs) throws InvalidModelException {
        var result = ENGINE.eval(dmn, decision, inputs);
        if (result.isLeft()) {
            throw new InvalidModelException(result.left().toOption().get().failure().message());
        }
        return CollectionConverters.asJava(result.toOption().get().auditLog().entries()).stream()
                .filter(entry -> entry.id().equals(decision)).findFirst()
                .map(entry -> (DecisionTableEvaluationResult) entry.result())
                .map(table -> CollectionConverters.asJava(table.matchedRules())).orElse(List.of());
    }

    private static Document collecting(Document table) {
        var copy = (Document) table.cloneNode(true);
        Xml.all(copy.getDocumentElement(), "decisionTable").forEach(e -> e.setAttribute("hitPolicy", "RULE ORDER"));
        return copy;
    }

    private static byte[] bytes(Document xml) {
        try {
            var bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(xml), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
