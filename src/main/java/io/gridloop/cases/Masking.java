package io.gridloop.cases;

import java.util.regex.Pattern;

/** Hides phone and identity numbers: the first three and the last four characters stay. */
final class Masking {

    /** 18 characters as on an identity card, the last may be an X; digits of any width. */
    private static final Pattern IDENTITY = Pattern
            .compile("(?<![\\p{Nd}])(\\p{Nd}{3})\\p{Nd}{11}(\\p{Nd}{3}[\\p{Nd}XxＸ])(?!\\p{Nd})");

    /** A mobile number, with or without 86 and with blanks or dashes between its groups. */
    private static final Pattern MOBILE = Pattern.compile(
            "(?<![\\p{Nd}])((?:[+＋]?[8８][6６][ -]?)?[1１][3-9３-９]\\p{Nd})[ -]?\\p{Nd}{4}[ -]?(\\p{Nd}{4})(?!\\p{Nd})");

    private Masking() {}

    /** The text with every mobile and identity number in it masked. */
    static String mask(String text) {
        var withoutIds = IDENTITY.matcher(text).replaceAll("$1***********$2");
        return MOBILE.matcher(withoutIds).replaceAll("$1****$2");
    }

    /** A way to reach somebody: a mobile number as above, of anything else only the ends. */
    static String contact(String contact) {
        var masked = mask(contact);
        if (!masked.equals(contact) || contact.length() < 3) {
            return contact.length() < 3 ? "***" : masked;
        }
        int shown = Math.min(3, contact.length() / 3);
        return contact.substring(0, shown) + "****" + contact.substring(contact.length() - shown);
    }
}
