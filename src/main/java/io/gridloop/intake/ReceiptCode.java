package io.gridloop.intake;

import java.util.Locale;

/** A receipt code as people type and read it. */
final class ReceiptCode {

    private static final int LONGEST = 64;

    private ReceiptCode() {}

    /** Letters and digits only, in capitals; empty when nothing useful was typed. */
    static String plain(String typed) {
        String plain = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** In groups of four, for reading aloud and copying by hand. */
    static String grouped(String typed) {
        return plain(typed).replaceAll("(.{4})(?=.)", "$1-");
    }
}
