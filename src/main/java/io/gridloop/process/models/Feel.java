package io.gridloop.process.models;

import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Reads FEEL with the engine's own parser. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private Feel() {}

    /** What is wrong with an expression, its leading "=" left out; empty when nothing is. */
    static Optional<String> fault(String expression) {
        var result = ENGINE.parseExpression(expression);
        return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
    }
}
