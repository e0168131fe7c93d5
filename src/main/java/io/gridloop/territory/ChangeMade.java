package io.gridloop.territory;

import java.util.List;

/**
 * A change that was made.
 *
 * @param id its number in the log of changes
 * @param title what it was, in a few Chinese words
 * @param lines everything that it changed, one Chinese sentence each
 */
public record ChangeMade(long id, String title, List<String> lines) {}
