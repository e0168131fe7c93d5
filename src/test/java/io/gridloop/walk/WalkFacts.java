package io.gridloop.walk;

import java.time.LocalDate;

/** What an answer needs to know that neither the form nor the variables of its task tell. */
interface WalkFacts {

    /**
     * Number of a case that can be named in a field of a form.
     *
     * @param field {@code duplicateOf} or {@code repeatOf}
     */
    String anotherCase(String field);

    /** The day on which it is answered. */
    LocalDate today();

    /** Name of the lowest level of supervision that can still be ordered. */
    String lowestLevel();
}
