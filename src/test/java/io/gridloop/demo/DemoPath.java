package io.gridloop.demo;

import io.gridloop.cases.Resolution;

/** A way through the closed loop, with its share of all cases and how such a case must end. */
enum DemoPath {

    /** Accepted, handled in time, verified. */
    STRAIGHT(60, Resolution.SOLVED),
    /** Handled only after the supervisor has urged the overdue handler once. */
    LATE(10, Resolution.SOLVED),
    /** Sent back once by the leader at verification. */
    REWORKED(8, Resolution.SOLVED),
    /** Returned once by the first handler and given to another unit by the dispatcher. */
    RETURNED(7, Resolution.SOLVED),
    /** Not acceptable; the lawful route is named. */
    REFUSED(6, Resolution.REFUSED),
    /** Says the same as an earlier case. */
    DUPLICATE(4, Resolution.DUPLICATE),
    /** Solved by the leader on the spot. */
    ON_SPOT(3, Resolution.SOLVED_ON_SPOT),
    /** Handled, but the leader finds that it cannot be solved. */
    UNABLE(2, Resolution.UNABLE);

    final int percent;
    final Resolution resolution;

    DemoPath(int percent, Resolution resolution) {
        this.percent = percent;
        this.resolution = resolution;
    }

    /** Whether a handler works on such a case. */
    boolean isHandled() {
        return this != REFUSED && this != DUPLICATE && this != ON_SPOT;
    }
}
