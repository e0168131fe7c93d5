package io.gridloop.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers met so far in one file. The same row twice is harmless; two different messages under one number are not,
 * because the second would vanish behind the first without a word.
 */
final class SeenNumbers {

    private final Map<String, MessageRow> first = new HashMap<>();

    /** @throws RowProblem when another message of this file has the same number */
    void check(MessageRow row) {
        MessageRow before = first.putIfAbsent(row.value(Column.MESSAGE_ID), row);
        if (before != null && !before.values().equals(row.values())) {
            throw new RowProblem(Column.MESSAGE_ID, "编号与第 " + before.line() + " 行相同，内容却不同");
        }
    }
}
