package io.gridloop.territory;

import java.util.Optional;
import java.util.regex.Pattern;

/** Degrees as people type them. */
public final class Degrees {

    /** Only plain decimals: Java's own parser also takes NaN, Infinity, hexadecimals and a trailing d. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,15})?");

    private Degrees() {}

    /** The number, or empty when the text is no finite decimal number. */
    public static Optional<Double> parse(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
