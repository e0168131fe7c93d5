package io.gridloop.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that were not taken as a CSV file that Excel opens: with a byte order mark, formulas made harmless. */
final class BadRowsFile {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private BadRowsFile() {}

    /** Reasons first, then the row as it stood; the file can be mended and imported again. */
    static byte[] of(List<String> header, List<BadRow> rows) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(line(List.of("错误行号", "错误项", "错误原因"), header, header.size()));
            rows.forEach(row -> csv.writeRecord(line(
                    List.of(String.valueOf(row.line()), row.field(), row.reason()), row.values(), header.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> line(List<String> reasons, List<String> values, int width) {
        List<String> line = new ArrayList<>(reasons);
        line.addAll(values);
        line.addAll(Collections.nCopies(Math.max(0, width - values.size()), ""));
        return line.stream().map(BadRowsFile::harmless).toList();
    }

    /** A spreadsheet runs what looks like a formula; the apostrophe makes it text. */
    static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
