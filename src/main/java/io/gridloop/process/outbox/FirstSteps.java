package io.gridloop.process.outbox;

/** Knows how many imported cases are started and wait for the first answer of a person. */
@FunctionalInterface
interface FirstSteps {

    /** Their number; not counted beyond {@code most}. */
    int waiting(int most);
}
