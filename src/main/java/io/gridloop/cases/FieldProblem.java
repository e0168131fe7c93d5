package io.gridloop.cases;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is wrong with one field of a form.
 *
 * @param field name of the field; {@code request} stands for the whole
 * @param words in Chinese, what to do about it
 */
public record FieldProblem(String field, String words) {

    /** The first problem found; later questions are asked only when the earlier ones have no problem. */
    @SafeVarargs
    static Optional<FieldProblem> first(Supplier<Optional<FieldProblem>>... questions) {
        return Stream.of(questions).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    /** A problem of the whole unless {@code fine}. */
    static Optional<FieldProblem> unless(boolean fine, String words) {
        return in("request", Problems.unless(fine, words));
    }

    /** A problem of this field. */
    static Optional<FieldProblem> in(String field, Optional<String> problem) {
        return problem.map(words -> new FieldProblem(field, words));
    }
}
