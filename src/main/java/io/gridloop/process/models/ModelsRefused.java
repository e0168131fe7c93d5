package io.gridloop.process.models;

/**
 * The engine would refuse a set of models for ever.
 *
 * @param hash of the set
 * @param reason the engine's words
 */
public record ModelsRefused(String hash, String reason) {}
