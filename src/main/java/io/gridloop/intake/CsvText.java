package io.gridloop.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV text taken apart (RFC 4180). A quote that is never closed, or closed in the middle of a field, ends the
 * reading: what follows cannot be told apart, and is listed line by line as not read.
 *
 * @param records the records before the first broken quote
 * @param unread the lines from the first broken quote on
 */
record CsvText(List<CsvRecord> records, List<BadRow> unread) {

    static CsvText of(String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> all = reader.iterator();
            while (all.hasNext()) {
                records.add(all.next());
            }
            return new CsvText(records, List.of());
        } catch (CsvParseException e) {
            return new CsvText(records, unread(text, records));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BadRow> unread(String text, List<CsvRecord> records) {
        List<String> lines = text.lines().toList();
        List<BadRow> unread = new ArrayList<>();
        String reason = "引号不配对，从这一行起无法读取";
        for (int line = records.isEmpty() ? 1 : lineAfter(records.getLast()); line <= lines.size(); line++) {
            if (!lines.get(line - 1).isBlank()) {
                unread.add(new BadRow(line, "", BadRow.WHOLE_ROW, reason, List.of(lines.get(line - 1))));
                reason = "前面的引号不配对，本行没有读取";
            }
        }
        return unread;
    }

    private static int lineAfter(CsvRecord last) {
        long breaks = last.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return (int) (last.getStartingLineNumber() + breaks + 1);
    }
}
