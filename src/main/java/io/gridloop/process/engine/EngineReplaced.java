package io.gridloop.process.engine;

/**
 * Another engine answers than the one that had the process instances: its data were lost, or it was replaced. Published
 * within a transaction.
 *
 * @param generation how many engines were lost, this one included
 */
public record EngineReplaced(int generation) {}
