package io.gridloop.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the grid does not take, read from {@code outside-matters.csv}; a bad row of it stops the start. */
@Component
public class OutsideMatters {

    private static final String FILE = "outside-matters.csv";
    private static final int LONGEST = 300;

    private final List<OutsideMatter> all;

    OutsideMatters(Categories categories) {
        try (var content = new ClassPathResource(FILE).getInputStream()) {
            all = read(content, code -> categories.find(code).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of the file. */
    public List<OutsideMatter> all() {
        return all;
    }

    /**
     * Those that a report seems to be.
     *
     * @param category code of its category; empty when it has none
     * @param text what happened
     */
    public List<OutsideMatter> of(String category, String text) {
        var plain = text.replaceAll("\\s", "");
        return all.stream().filter(it -> it.fits(category, plain)).toList();
    }

    /** @throws IllegalStateException naming the line of the first bad row */
    static List<OutsideMatter> read(InputStream content, Predicate<String> categories) throws IOException {
        var matters = new ArrayList<OutsideMatter>();
        for (var line : CatalogueLine.all(FILE, content)) {
            var matter = matter(line);
            line.require(matter.categories().stream().allMatch(categories), "there is no category with this code");
            line.require(matters.stream().noneMatch(it -> it.code().equals(matter.code())),
                    "this code is there already");
            matters.add(matter);
        }
        return List.copyOf(matters);
    }

    private static OutsideMatter matter(CatalogueLine line) {
        var code = line.field("code");
        line.require(code.matches("[A-Z][A-Z_]{1,29}"), "code is 2 to 30 capital letters and underscores");
        var kind = line.field("kind");
        line.require(kind.equals("stop") || kind.equals("hint"), "kind is stop or hint");
        var words = line.list("words");
        line.require(words.stream().allMatch(it -> it.matches("[^+]+(\\+[^+]+)*") && it.length() > 1),
                "words have at least 2 characters, and the parts around + at least one");
        var categories = line.list("categories");
        line.require(!words.isEmpty() || !categories.isEmpty(), "it needs words or categories");
        var phone = line.field("phone");
        line.require(phone.matches("[0-9-]*"), "phone is digits and dashes");
        return new OutsideMatter(code, kind.equals("hint"), line.text("title", 50), words, categories,
                line.text("notice", LONGEST), line.text("elsewhere", LONGEST), phone, line.text("source", LONGEST));
    }
}
