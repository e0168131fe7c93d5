package io.gridloop.cases;

import java.util.regex.Pattern;

/**
 * Makes free text safe where forms render it as markdown and HTML: every character with a meaning there becomes an
 * entity, which every renderer turns back into the plain character.
 */
final class Markdown {

    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern SPECIAL = Pattern.compile("[&<>\"'`*_\\[\\](){}#!~|\\\\@^$]|:(?=//)|(?<=(?i:www))\\.");
    private static final Pattern LIST_MARK = Pattern.compile("^([-+=]|\\d{1,9}(?=[.)]))");

    private Markdown() {}

    /** The text on one line, without any meaning to a renderer. */
    static String escape(String text) {
        var oneLine = BREAKS.matcher(text.strip()).replaceAll(" ");
        var escaped = SPECIAL.matcher(oneLine).replaceAll(match -> "&#" + (int) match.group().charAt(0) + ";");
        return LIST_MARK.matcher(escaped).replaceFirst("&#8203;$1");
    }
}
