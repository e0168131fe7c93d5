package io.gridloop.cases;

import java.util.Optional;

/** What free text may contain, wherever it comes from. */
public final class PlainText {

    private PlainText() {}

    /**
     * Why a text cannot be taken, in Chinese; empty when it can. Refused are texts longer than {@code max} characters
     * and characters that nobody sees: NUL and other controls except line feed, carriage return and tab, characters
     * that turn the direction of writing, half surrogates, private and unassigned code points.
     */
    public static Optional<String> problem(String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            return Optional.of("最多%d个字，现有%d个字".formatted(max, length));
        }
        return text.codePoints().filter(PlainText::refused).boxed().findFirst()
                .map("含有不可见的控制字符（U+%04X），请删除后重试"::formatted);
    }

    /** The first {@code longest} characters; … stands for the rest. */
    public static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private static boolean refused(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> turnsDirection(point);
        };
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX #9). */
    private static boolean turnsDirection(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
