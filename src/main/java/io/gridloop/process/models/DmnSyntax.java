package io.gridloop.process.models;

import java.io.ByteArrayInputStream;
import org.camunda.dmn.DmnEngine;

/** Reads a table with the DMN engine that the broker itself uses. */
final class DmnSyntax {

    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

    private DmnSyntax() {}

    static void check(byte[] content) throws InvalidModelException {
        var result = ENGINE.parse(new ByteArrayInputStream(content));
        if (result.isLeft()) {
            throw new InvalidModelException("不是合格的 DMN：" + result.left().toOption().get().message());
        }
    }
}
