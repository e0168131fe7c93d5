package io.gridloop.process.models;

import java.util.SortedMap;

/**
 * A new release ships other models, while the county runs models of its own.
 *
 * @param base hash of the present set
 * @param files the present set with what the release changed
 */
public record ReleaseDiffers(String base, SortedMap<String, byte[]> files) {}
