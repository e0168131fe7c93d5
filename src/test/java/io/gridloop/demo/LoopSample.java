package io.gridloop.demo;

/**
 * One look at a run.
 *
 * @param second since its begin
 * @param waiting commands that the engine does not have yet
 * @param closed cases
 */
public record LoopSample(long second, long waiting, long closed) {}
