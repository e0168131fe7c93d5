package io.gridloop.process.models;

import java.util.Map;

/**
 * One deployment as the engine answered it.
 *
 * @param hash of the files sent
 * @param versions id of each process, decision and form to its version
 */
public record Deployed(String hash, long key, Map<String, Integer> versions) {}
