package io.gridloop.clock;

import java.time.Instant;

/** Turns a limit into instants: the one place that knows how time is counted. */
public interface DeadlineCalendar {

    /**
     * When a limit that starts now ends.
     *
     * @param from when the limit starts to run
     * @param limit how long it runs
     */
    Deadline deadline(Instant from, Limit limit);
}
