package io.gridloop.process.engine;

/**
 * A user task as the engine's search shows it.
 *
 * @param key the key that commands name it by
 * @param elementInstanceKey the visit of the element
 * @param state as the engine calls it
 * @param assignee login; empty when nobody has it
 */
public record UserTask(long key, long elementInstanceKey, String state, String assignee) {

    /** Completed, cancelled or failed: it takes no command any more. */
    public boolean over() {
        return !state.equals("CREATED") && !state.equals("CREATING");
    }

    /** Somebody completed it. */
    public boolean completed() {
        return state.equals("COMPLETED");
    }
}
