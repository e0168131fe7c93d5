package io.gridloop.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers met so far in one file. The same row twice is harmless; two different messages under one number are not,
 * because the second would vanish behind the first without a word. Of each row only a hash is kept.
 */
final class SeenNumbers {

    private final Map<String, First> first = new HashMap<>();

    /** @throws RowProblem when another message of this file has the same number */
    void check(MessageRow row) {
        First before = first.putIfAbsent(row.value(Column.MESSAGE_ID), new First(row.line(), hash(row.values())));
        if (before != null && before.hash() != hash(row.values())) {
            throw new RowProblem(Column.MESSAGE_ID, "编号与第 " + before.line() + " 行相同，内容却不同");
        }
    }

    private static long hash(List<String> values) {
        long hash = values.size();
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                hash = hash * 1_099_511_628_211L + value.charAt(i) + 1;
            }
            hash = Long.rotateLeft(hash, 17) + 0x9E3779B97F4A7C15L;
        }
        return hash;
    }

    private record First(long line, long hash) {}
}
