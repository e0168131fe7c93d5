package io.gridloop.cases;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form or a decision table answered: never trusted to hold what it should. */
public final class Answer {

    private final Map<?, ?> values;

    private Answer(Map<?, ?> values) {
        this.values = values;
    }

    /** The answer in a process variable; anything that is no object is an empty answer. */
    public static Answer of(@Nullable Object variable) {
        return new Answer(variable instanceof Map<?, ?> map ? map : Map.of());
    }

    /** Everything that was answered. */
    Map<?, ?> values() {
        return values;
    }

    /** A text without blanks at its ends; empty when there is none. */
    String text(String key) {
        var value = values.get(key);
        return value instanceof String || value instanceof Number ? value.toString().strip() : "";
    }

    /** A number; zero when there is none. */
    BigDecimal number(String key) {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}
