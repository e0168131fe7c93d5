package io.gridloop.cases;

import java.util.Optional;

/** What free text may contain, wherever it comes from. */
public final class PlainText {

    private PlainText() {}

    /**
     * Why a text cannot be taken, in Chinese; empty when it can. Refused are texts longer than {@code max} characters
     * and characters that cannot be seen: NUL and other controls except line feed, carriage return and tab, characters
     * that turn the direction of writing, half surrogates.
     */
    public static Optional<String> problem(String text, int max) {
        throw new UnsupportedOperationException();
    }
}
