package io.gridloop.process.reconcile;

import io.gridloop.process.engine.Verdict;

/** Asks the engine about process instances, strongly consistent. */
@FunctionalInterface
interface Instances {

    /** {@link Verdict#DONE} alive, {@link Verdict#GONE} unknown to the engine, anything else: no answer now. */
    Verdict look(long processInstanceKey);
}
