package io.gridloop.intake;

import java.util.List;
import java.util.Map;

/** A row of an import as text, not yet checked; blanks around each value are gone. */
record MessageRow(long line, Map<Column, Integer> columns, List<String> values) {

    /** The value of a column; empty when the file has no such column. */
    String value(Column column) {
        Integer position = columns.get(column);
        return position == null ? "" : values.get(position).strip();
    }

    boolean has(Column column) {
        return !value(column).isEmpty();
    }

    BadRow bad(String field, String reason) {
        return new BadRow(line, value(Column.MESSAGE_ID), field, reason, values);
    }
}
