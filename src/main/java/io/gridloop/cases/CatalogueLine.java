package io.gridloop.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A line of a file that gridloop reads when it starts; what is wrong with it stops the start and says where. */
final class CatalogueLine {

    private final String file;
    private final NamedCsvRecord line;

    private CatalogueLine(String file, NamedCsvRecord line) {
        this.file = file;
        this.line = line;
    }

    /**
     * The lines below the header of a CSV file in UTF-8.
     *
     * @param file its name, for people
     */
    static List<CatalogueLine> all(String file, InputStream content) throws IOException {
        // The number of fields is looked at here, where the name of the file is known.
        var csv = CsvReader.builder().allowMissingFields(true).allowExtraFields(true);
        try (var lines = csv.ofNamedCsvRecord(content)) {
            return lines.stream().map(it -> new CatalogueLine(file, it)).toList();
        }
    }

    /** @throws IllegalStateException when there is no such column, or the line has more or fewer fields than columns */
    String field(String column) {
        require(line.getHeader().contains(column), "the column " + column + " is missing");
        require(line.getFieldCount() == line.getHeader().size(), "it has %d fields instead of %d"
                .formatted(line.getFieldCount(), line.getHeader().size()));
        return line.getField(column).strip();
    }

    /** A text that has to be there, of at most so many characters. */
    String text(String column, int longest) {
        var text = field(column);
        require(!text.isEmpty() && text.length() <= longest, "%s has 1 to %d characters".formatted(column, longest));
        return text;
    }

    /** What stands between the signs {@code |}; nothing of an empty field. */
    List<String> list(String column) {
        var typed = field(column);
        return typed.isEmpty() ? List.of() : Arrays.stream(typed.split("\\|", -1)).map(String::strip).toList();
    }

    /** @throws IllegalStateException unless it is fine, naming file, line and what is wrong with it */
    void require(boolean fine, String what) {
        if (!fine) {
            throw bad(what);
        }
    }

    /** What stops the start. */
    IllegalStateException bad(String what) {
        return new IllegalStateException("%s, line %d: %s".formatted(file, line.getStartingLineNumber(), what));
    }
}
