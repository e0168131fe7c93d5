package io.gridloop.process.outbox;

/** How urgent a command is. Each lane is emptied by itself; within a case the order holds over both. */
public enum Lane {
    /** A person waits for it: sent at once, as fast as the engine takes it. */
    PROMPT,
    /** The start of an imported case: sent at the pace of {@link BulkPace}. */
    BULK
}
