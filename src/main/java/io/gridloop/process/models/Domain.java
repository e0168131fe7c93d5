package io.gridloop.process.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values that an input column tells apart: those named in it, and one that nobody named. */
record Domain(String variable, List<Object> values) {

    /** Stands for any text that no rule names. */
    static final String UNKNOWN = "未列明的值";

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    static Domain of(Table.Column column, Stream<String> cells) {
        return new Domain(column.variable(), switch (column.type()) {
            case "boolean" -> List.of(true, false);
            case "number", "integer", "long", "double" -> numbers(cells);
            default -> column.allowed().isEmpty()
                    ? withUnknown(texts(cells))
                    : List.copyOf(texts(Stream.of(column.allowed())));
        });
    }

    static Set<String> texts(Stream<String> cells) {
        var found = new TreeSet<String>();
        cells.forEach(cell -> TEXT.matcher(cell).results().forEach(match -> found.add(match.group(1))));
        return found;
    }

    private static List<Object> withUnknown(Set<String> texts) {
        var values = new ArrayList<Object>(texts);
        values.add(UNKNOWN);
        return values;
    }

    // Each border, and what lies just beside it.
    private static List<Object> numbers(Stream<String> cells) {
        var found = new TreeSet<BigDecimal>(Set.of(BigDecimal.ZERO));
        cells.forEach(cell -> NUMBER.matcher(cell).results().map(match -> new BigDecimal(match.group()))
                .forEach(border -> found.addAll(
                        List.of(border.subtract(BigDecimal.ONE), border, border.add(BigDecimal.ONE)))));
        return List.copyOf(found);
    }
}
