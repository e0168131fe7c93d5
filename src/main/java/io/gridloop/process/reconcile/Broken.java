package io.gridloop.process.reconcile;

/**
 * A promise that does not hold.
 *
 * @param subject the number of the case, or what else it is about
 * @param what what was found, in English, without a word of the case's content
 */
public record Broken(Promise promise, String subject, String what) {}
