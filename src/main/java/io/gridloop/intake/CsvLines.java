package io.gridloop.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV text (RFC 4180). A quote that is never closed, or closed in the middle of a field, ends the
 * reading: what follows cannot be told apart, and comes line by line as not read.
 */
final class CsvLines implements Lines {

    private final FileText text;
    private final CloseableIterator<CsvRecord> records;
    private int nextLine = 1;
    private @Nullable UnreadLines unread;

    CsvLines(FileText text) throws IOException {
        this.text = text;
        this.records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.open())
                .iterator();
    }

    @Override
    public @Nullable Line next() {
        return unread == null ? nextRecord() : unread.next();
    }

    private @Nullable Line nextRecord() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            nextLine = lineAfter(next);
            return new Line(next.getStartingLineNumber(), next.getFields(), null);
        } catch (CsvParseException e) {
            unread = UnreadLines.from(text, nextLine);
            return unread.next();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        if (unread != null) {
            unread.close();
        }
    }

    private static int lineAfter(CsvRecord last) {
        long breaks = last.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return (int) (last.getStartingLineNumber() + breaks + 1);
    }
}
