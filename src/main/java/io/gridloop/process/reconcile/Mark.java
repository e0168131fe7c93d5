package io.gridloop.process.reconcile;

/**
 * What tells the engine that has the process instances from any other.
 *
 * @param seen whether an engine is known to have carried it
 */
record Mark(String text, boolean seen, int generation) {}
