package io.gridloop.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The character sequences of a text: what two complaints of the same matter have in common, whatever words surround it.
 * Only letters and digits count, of any width and case, because Chinese has no words to split at.
 */
final class Grams {

    private static final int COMPARED = 3;
    private static final int SKETCHED = 5;
    private static final int SKETCH = 16;

    private Grams() {}

    /** How much two sets of hashes, each in order, have in common: shared ones among all of them (Jaccard), 0 to 1. */
    static double overlap(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length;) {
            int order = Integer.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int all = one.length + other.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** Hashes of all sequences of three characters, in order, each once. */
    static int[] of(String text) {
        return hashes(text, COMPARED);
    }

    /**
     * The sixteen smallest hashes of sequences of five characters. Two texts choose the same ones as far as they agree,
     * so few rows of an index find the other text (bottom-k sketch).
     */
    static int[] sketch(String text) {
        int[] all = hashes(text, SKETCHED);
        return Arrays.copyOf(all, Math.min(SKETCH, all.length));
    }

    private static int[] hashes(String text, int length) {
        int[] said = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit).toArray();
        int size = Math.min(length, said.length);
        int[] all = new int[size == 0 ? 0 : said.length - size + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = hash(said, i, size);
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static int hash(int[] said, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ said[i]) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
