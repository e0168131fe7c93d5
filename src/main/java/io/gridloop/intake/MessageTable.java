package io.gridloop.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** A file of messages, read row by row, before anything in the rows is checked. */
final class MessageTable implements Closeable {

    /** Most rows of one file. */
    static final int MOST_ROWS = 100_000;

    /** As many as Excel takes. */
    private static final int LONGEST_CELL = 32_767;
    private static final int KEPT_OF_A_LONG_CELL = 100;
    private static final int MOST_COLUMNS = 200;

    private final Lines lines;
    private final MessageHeader header;

    private MessageTable(Lines lines) {
        this.lines = lines;
        Line first = lines.next();
        List<String> headings = first == null || first.problem() != null ? List.of() : first.values();
        if (headings.size() > MOST_COLUMNS) {
            throw new ImportRefused("最多 " + MOST_COLUMNS + " 列，现有 " + headings.size() + " 列，请删去不用的列");
        }
        this.header = MessageHeader.of(headings);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws ImportRefused when it is no CSV and no XLSX file, or its header is not usable
     */
    static MessageTable open(InputStreamSource content) throws IOException {
        Lines lines = MessageFile.open(content);
        try {
            return new MessageTable(lines);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /**
     * Reads a file through and counts its rows.
     *
     * @throws ImportRefused when it cannot be read to its end, or has too many rows
     */
    static int count(InputStreamSource content) throws IOException {
        try (MessageTable table = open(content)) {
            int rows = 0;
            while (table.next().isPresent()) {
                if (++rows > MOST_ROWS) {
                    throw new ImportRefused("一次最多导入 " + MOST_ROWS + " 行，请把文件分成几个再导入");
                }
            }
            return rows;
        }
    }

    MessageHeader header() {
        return header;
    }

    /** The next row; empty after the last. */
    Optional<MessageRow> next() {
        return Optional.ofNullable(lines.next()).map(this::row);
    }

    /** At most so many of the next rows. */
    List<MessageRow> next(int most) {
        List<MessageRow> rows = new ArrayList<>(most);
        for (Optional<MessageRow> row = next(); row.isPresent(); row = next()) {
            rows.add(row.get());
            if (rows.size() == most) {
                break;
            }
        }
        return rows;
    }

    private MessageRow row(Line line) {
        List<String> values = line.values().stream().map(MessageTable::kept).toList();
        return new MessageRow(line.number(), header.columns(), values, problem(line));
    }

    private @Nullable String problem(Line line) {
        int expected = header.headings().size();
        if (line.problem() != null) {
            return line.problem();
        }
        if (line.values().size() != expected) {
            return "应有 " + expected + " 列，实有 " + line.values().size() + " 列";
        }
        boolean tooLong = line.values().stream().anyMatch(value -> value.length() > LONGEST_CELL);
        return tooLong ? "有一格超过 " + LONGEST_CELL + " 个字" : null;
    }

    private static String kept(String value) {
        return value.length() <= LONGEST_CELL ? value : value.substring(0, KEPT_OF_A_LONG_CELL) + "…";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
