package io.gridloop.clock;

import java.time.Instant;

/**
 * What is left of a limit whose clock stopped.
 *
 * @param unit in what it counts
 * @param left what was left until the deadline: milliseconds of counted time, or days
 * @param untilWarning milliseconds of counted time that were left until the warning; 0 when it had come
 * @param stoppedAt when the clock stopped
 * @param dueAt when the limit would have ended
 */
public record Remainder(LimitUnit unit, long left, long untilWarning, Instant stoppedAt, Instant dueAt) {}
