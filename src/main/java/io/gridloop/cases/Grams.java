package io.gridloop.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The character sequences of a text: what two complaints of the same matter have in common, whatever words surround it.
 * Only letters and digits count, of any width and case, because Chinese has no words to split at.
 */
final class Grams {

    private static final int COMPARED = 3;
    private static final int SKETCHED = 5;
    private static final int SKETCH = 16;

    private Grams() {}

    /** How much two sets have in common: shared ones among all of them (Jaccard), 0 to 1. */
    static double overlap(Set<Integer> one, Set<Integer> other) {
        long shared = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** Hashes of all sequences of three characters. */
    static Set<Integer> of(String text) {
        return hashes(text, COMPARED);
    }

    /**
     * The sixteen smallest hashes of sequences of five characters. Two texts choose the same ones as far as they agree,
     * so few rows of an index find the other text (bottom-k sketch).
     */
    static List<Integer> sketch(String text) {
        return hashes(text, SKETCHED).stream().sorted().limit(SKETCH).toList();
    }

    private static Set<Integer> hashes(String text, int length) {
        int[] said = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit).toArray();
        Collection<Integer> all = new HashSet<>();
        for (int i = 0; i + length <= said.length; i++) {
            all.add(hash(said, i, length));
        }
        if (all.isEmpty() && said.length > 0) {
            all.add(Arrays.hashCode(said));
        }
        return Set.copyOf(all);
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
