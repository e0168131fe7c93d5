package io.gridloop.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When a limit ends.
 *
 * @param warnAt when 80 % of the counted time is over (the light turns yellow)
 * @param dueAt when all of it is over (the light turns red)
 * @param steps in Chinese, how the two came about, one short sentence each
 */
public record Deadline(Instant warnAt, Instant dueAt, List<String> steps) {

    /** Copies the steps. */
    public Deadline {
        steps = List.copyOf(steps);
    }

    /** When four fifths of the time between two instants are over, every hour counted. */
    static Instant fourFifths(Instant from, Instant to) {
        return from.plusMillis(Duration.between(from, to).toMillis() * 4 / 5);
    }

    /** The steps in one line. */
    public String explanation() {
        return steps.stream().map(step -> step.endsWith("。") ? step.substring(0, step.length() - 1) : step)
                .collect(Collectors.joining("；"));
    }
}
