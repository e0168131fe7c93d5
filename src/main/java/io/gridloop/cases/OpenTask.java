package io.gridloop.cases;

/**
 * A visit of a user task that is not over.
 *
 * @param answered whether its person has answered at the desk and the engine does not know yet
 * @param fits whether a case in its present state waits for such a task
 */
public record OpenTask(long elementInstanceKey, boolean answered, boolean fits) {}
