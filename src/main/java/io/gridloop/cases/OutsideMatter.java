package io.gridloop.cases;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of matter that belongs elsewhere. It is told by category and words alone, which may be wrong.
 *
 * @param code names it
 * @param taken whether the grid takes it nevertheless, and elsewhere it only goes faster
 * @param title what it is, in Chinese
 * @param words which tell it; where a {@code +} stands, all parts have to be there
 * @param categories codes of categories which tell it
 * @param notice why it belongs elsewhere, in Chinese
 * @param elsewhere where to turn, in Chinese
 * @param phone number to call; may be empty
 * @param source the rule that says so
 */
public record OutsideMatter(String code, boolean taken, String title, List<String> words, List<String> categories,
        String notice, String elsewhere, String phone, String source) {

    /** @param text without blanks */
    boolean fits(String category, String text) {
        return categories.contains(category)
                || words.stream().anyMatch(word -> Arrays.stream(word.split("\\+")).allMatch(text::contains));
    }
}
