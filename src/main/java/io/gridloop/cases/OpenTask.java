package io.gridloop.cases;

/**
 * A visit of a user task that is not over.
 *
 * @param processInstanceKey the instance that it belongs to: that of the case, or one that it called
 * @param answered whether its person has answered at the desk and the engine does not know yet
 * @param fits whether a case in its present state waits for such a task
 * @param main whether it is for the case as a whole, and not for one of several parts
 */
public record OpenTask(long elementInstanceKey, long processInstanceKey, boolean answered, boolean fits,
        boolean main) {}
