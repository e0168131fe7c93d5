package io.gridloop.clock;

import java.time.Instant;

/**
 * When a limit ends.
 *
 * @param warnAt when 80 % of the span is over (the light turns yellow)
 * @param dueAt when the span is over (the light turns red)
 * @param explanation in Chinese, how the two came about
 */
public record Deadline(Instant warnAt, Instant dueAt, String explanation) {}
