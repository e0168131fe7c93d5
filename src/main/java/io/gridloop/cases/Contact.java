package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a reporter, or why that is not shown.
 *
 * @param problem why not, in Chinese; nothing when it is shown
 * @param name the reporter's name, if given
 * @param contact the reporter's phone number or address, if given, not masked
 * @param text the report as it was written, not masked
 */
public record Contact(@Nullable String problem, @Nullable String name, @Nullable String contact,
        @Nullable String text) {

    static Contact refused(String problem) {
        return new Contact(problem, null, null, null);
    }

    /** Without what is protected, so that it never gets into a log. */
    @Override
    public String toString() {
        return "Contact[" + (problem == null ? "shown" : problem) + "]";
    }
}
