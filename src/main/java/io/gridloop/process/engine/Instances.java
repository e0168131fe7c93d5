package io.gridloop.process.engine;

/** Asks the engine about process instances and their elements, strongly consistent. */
public interface Instances {

    /**
     * @param key of a process instance or of an element instance
     * @return {@link Verdict#DONE} alive, {@link Verdict#GONE} unknown to the engine, anything else: no answer now
     */
    Verdict look(long key);

    /**
     * Whether the engine drops what is said to a living process instance: it leaves a command unanswered that it would
     * refuse, though it answers a later one.
     */
    boolean banned(long processInstanceKey);

    /** Whether the engine's search shows a user task as over; false when it does not answer. */
    boolean over(long processInstanceKey, long elementInstanceKey);

    /** Ends a process instance; {@link Verdict#DONE} done, {@link Verdict#GONE} there was none, else: no answer now. */
    Verdict cancel(long processInstanceKey);
}
