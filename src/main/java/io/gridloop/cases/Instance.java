package io.gridloop.cases;

/**
 * The process instance that a step belongs to.
 *
 * @param key the engine's
 * @param processId id of its process, which may be a called one
 * @param version of that process
 */
public record Instance(long key, String processId, int version) {}
