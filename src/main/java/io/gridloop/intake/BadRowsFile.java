package io.gridloop.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows that were not taken, as a file that Excel opens: reasons first, then the row as it stood; it can be mended
 * and imported again. CSV has a byte order mark and formulas made harmless; in XLSX every cell is text.
 */
final class BadRowsFile {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final List<String> REASONS = List.of("错误行号", "错误项", "错误原因");
    private static final int FLUSH_AFTER = 500;

    private BadRowsFile() {}

    static void writeCsv(List<String> header, Iterable<BadRow> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(harmless(line(REASONS, header, header.size())));
            for (BadRow row : rows) {
                csv.writeRecord(harmless(line(reasons(row), row.values(), header.size())));
            }
        }
    }

    static void writeXlsx(List<String> header, Iterable<BadRow> rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "gridloop", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("有误的行");
            write(sheet, 0, line(REASONS, header, header.size()));
            int number = 1;
            for (BadRow row : rows) {
                write(sheet, number, line(reasons(row), row.values(), header.size()));
                if (number++ % FLUSH_AFTER == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            sheet.inlineString(row, column, values.get(column));
        }
    }

    private static List<String> reasons(BadRow row) {
        return List.of(String.valueOf(row.line()), row.field(), row.reason());
    }

    private static List<String> line(List<String> reasons, List<String> values, int width) {
        List<String> line = new ArrayList<>(reasons);
        line.addAll(values);
        line.addAll(Collections.nCopies(Math.max(0, width - values.size()), ""));
        return line;
    }

    private static List<String> harmless(List<String> line) {
        return line.stream().map(BadRowsFile::harmless).toList();
    }

    /** A spreadsheet runs what looks like a formula; the apostrophe makes it text. */
    static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
