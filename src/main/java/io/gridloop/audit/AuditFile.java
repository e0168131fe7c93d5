package io.gridloop.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Entries as a CSV file that Excel opens: with a byte order mark, formulas made harmless. */
final class AuditFile {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private AuditFile() {}

    static byte[] of(List<AuditEntry> entries) {
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("序号", "时间", "操作人", "动作", "对象", "说明", "哈希");
            entries.forEach(each -> csv.writeRecord(line(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> line(AuditEntry each) {
        return Stream.of(String.valueOf(each.id()), each.at().toString(), each.actor(), each.action(), each.subject(),
                each.detail(), each.hash()).map(AuditFile::harmless).toList();
    }

    /** A spreadsheet runs what looks like a formula; the apostrophe makes it text. */
    static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
