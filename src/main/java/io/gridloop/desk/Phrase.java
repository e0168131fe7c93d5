package io.gridloop.desk;

/**
 * A sentence that somebody uses again and again.
 *
 * @param id of the row
 * @param text at most 200 characters
 */
public record Phrase(long id, String text) {}
