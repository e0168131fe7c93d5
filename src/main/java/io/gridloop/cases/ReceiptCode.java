package io.gridloop.cases;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** The secret a reporter keeps: 16 of 32 characters, 80 random bits, in groups of four. */
final class ReceiptCode {

    /** Letters and digits without 0, 1, I and O. */
    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptCode() {}

    /** A new code. */
    static String next() {
        return grouped(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /** A code as somebody typed it, in its stored form; of anything that is no code, something that opens nothing. */
    static String tidy(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).codePoints()
                .filter(c -> ALPHABET.indexOf(c) >= 0)
                .limit(LENGTH + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letters.length() == LENGTH ? grouped(letters) : "";
    }

    private static String grouped(String letters) {
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }
}
