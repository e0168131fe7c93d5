package io.gridloop.process.engine;

/** What an answer of the engine means for the command that got it. */
public enum Verdict {
    /** Done, now or already before. */
    DONE,
    /** The engine is away or busy: wait, however long. */
    WAIT,
    /** The engine does not show yet what the command speaks of, but will: wait a moment. */
    NOT_YET,
    /** What the command speaks of does not exist. */
    GONE,
    /** The same command would be refused for ever. */
    REFUSED,
    /** Anything else: try again, but not for ever. */
    UNCLEAR
}
