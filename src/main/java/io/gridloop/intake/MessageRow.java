package io.gridloop.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import as text, not yet checked; blanks around each value are gone.
 *
 * @param problem why the row could not be taken apart, in Chinese; null when it could
 */
record MessageRow(long line, Map<Column, Integer> columns, List<String> values, @Nullable String problem) {

    /** The value of a column; empty when the file or this row has no such column. */
    String value(Column column) {
        Integer position = columns.get(column);
        return position == null || position >= values.size() ? "" : values.get(position).strip();
    }

    boolean has(Column column) {
        return !value(column).isEmpty();
    }

    BadRow bad(String field, String reason) {
        return new BadRow(line, problem == null ? value(Column.MESSAGE_ID) : "", field, reason, values);
    }
}
