package io.gridloop.cases;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with a person's answer, in words they can act on. */
final class Problems {

    private Problems() {}

    /** The first problem found; later questions are asked only when the earlier ones have no problem. */
    @SafeVarargs
    static Optional<String> first(Supplier<Optional<String>>... questions) {
        return Stream.of(questions).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    /** A problem unless {@code fine}. */
    static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }

    /** A text that must be there. {@code min} and {@code max} count characters. */
    static Optional<String> text(String label, String text, int min, int max) {
        if (text.isEmpty()) {
            return Optional.of("请填写" + label + "。");
        }
        int length = text.codePointCount(0, text.length());
        if (length < min) {
            return Optional.of("%s太短：至少%d个字，现有%d个字。".formatted(label, min, length));
        }
        return optionalText(label, text, max);
    }

    /** A text that may be missing. */
    static Optional<String> optionalText(String label, String text, int max) {
        return PlainText.problem(text, max).map(why -> label + why + "。");
    }
}
