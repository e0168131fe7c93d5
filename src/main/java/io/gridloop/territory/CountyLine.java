package io.gridloop.territory;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line of a table. Columns are found by their header; lines that begin with # are remarks. */
record CountyLine(String where, NamedCsvRecord values) {

    static <T> List<T> all(String file, String text, Problems problems, Function<CountyLine, T> reading) {
        var rows = new ArrayList<T>();
        try (var lines = strict().ofNamedCsvRecord(text)) {
            for (var values : lines) {
                var where = file + " 第" + values.getStartingLineNumber() + "行";
                try {
                    rows.add(reading.apply(new CountyLine(where, values)));
                } catch (IllegalArgumentException e) {
                    problems.add(where, e.getMessage());
                }
            }
        } catch (CsvParseException e) {
            problems.add(file, "不是合格的 CSV：" + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static CsvReader.CsvReaderBuilder strict() {
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).allowMissingFields(false)
                .allowExtraFields(false).allowExtraCharsAfterClosingQuote(false).allowUnclosedQuote(false);
    }

    /** @throws IllegalArgumentException when the column is missing or empty */
    String get(String column) {
        var value = optional(column);
        if (value == null) {
            throw new IllegalArgumentException("缺少“" + column + "”列，或者它是空的");
        }
        return value;
    }

    @Nullable
    String optional(String column) {
        return values.findField(column).map(String::strip).filter(value -> !value.isEmpty()).orElse(null);
    }
}
