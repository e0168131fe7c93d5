package io.gridloop.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file, before anybody asks what it means.
 *
 * @param number the line of the file on which it starts, counted from 1
 * @param problem why it could not be taken apart, in Chinese; null when it could
 */
record Line(long number, List<String> values, @Nullable String problem) {}
