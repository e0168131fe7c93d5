package io.gridloop.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The catalogue of matters, read from {@code categories.csv}. */
@Component
public class Categories {

    private static final ClassPathResource FILE = new ClassPathResource("categories.csv");
    private static final int USUALLY_NEAR = 50;

    private final Map<String, Category> byCode = Collections.unmodifiableMap(read());

    /** All categories in the order of their codes. */
    public List<Category> all() {
        return List.copyOf(byCode.values());
    }

    /** The category with this code. */
    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * When the catalogue was last changed, so that who keeps a copy knows when to fetch it again.
     *
     * @throws UncheckedIOException when the file cannot be looked at
     */
    public Instant changedAt() {
        try {
            return Instant.ofEpochMilli(FILE.lastModified());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a code for people; of none, that it is not known yet. */
    String label(@Nullable String code) {
        return code == null ? "待分类" : find(code).map(Category::label).orElse(code);
    }

    private static Map<String, Category> read() {
        var categories = new LinkedHashMap<String, Category>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(FILE.getInputStream())) {
            rows.forEach(row -> categories.put(row.getField("code"), category(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return categories;
    }

    private static Category category(NamedCsvRecord row) {
        return new Category(row.getField("code"), row.getField("domain"), row.getField("name"),
                row.getField("emergency"), metres(row.getField("nearby")));
    }

    private static int metres(String typed) {
        return typed.isEmpty() ? USUALLY_NEAR : Integer.parseInt(typed);
    }
}
