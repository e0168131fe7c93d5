package io.gridloop.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first row of an import: which column stands where.
 *
 * @param headings all headings as they stand in the file
 * @param columns the position of each column that an import understands
 * @param ignored the headings that an import does not understand
 */
record MessageHeader(List<String> headings, Map<Column, Integer> columns, List<String> ignored) {

    /**
     * Reads the header.
     *
     * @throws ImportRefused when a required column is missing, or one stands there twice
     */
    static MessageHeader of(List<String> headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        Set<Column> twice = new TreeSet<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int position = i;
            Column.of(headings.get(i)).ifPresentOrElse(column -> {
                if (columns.putIfAbsent(column, position) != null) {
                    twice.add(column);
                }
            }, () -> ignored.add(headings.get(position).strip()));
        }
        refuse("表头重复：", twice.stream().map(Column::headings));
        refuse("表头缺少：", missing(columns));
        return new MessageHeader(headings, columns, ignored);
    }

    private static Stream<String> missing(Map<Column, Integer> columns) {
        Stream<String> always = Stream.of(Column.MESSAGE_ID, Column.RECEIVED_AT)
                .filter(column -> !columns.containsKey(column))
                .map(Column::headings);
        boolean says = columns.containsKey(Column.SUBJECT) || columns.containsKey(Column.DETAIL);
        String either = Column.DETAIL.headings() + "或 " + Column.SUBJECT.headings();
        return Stream.concat(always, says ? Stream.empty() : Stream.of(either));
    }

    private static void refuse(String problem, Stream<String> named) {
        String names = named.collect(Collectors.joining("、"));
        if (!names.isEmpty()) {
            throw new ImportRefused(problem + names);
        }
    }
}
