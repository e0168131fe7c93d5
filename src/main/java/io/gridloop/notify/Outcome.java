package io.gridloop.notify;

/** What became of a message that was given to a channel. What went wrong is told without address, key or number. */
sealed interface Outcome {

    /** The other side took it. */
    record Delivered() implements Outcome {}

    /** It will never take it. */
    record Refused(String problem) implements Outcome {}

    /** It does not take it now. */
    record Later(String problem) implements Outcome {}
}
