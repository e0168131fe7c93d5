package io.gridloop.demo;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run has led to.
 *
 * @param imported rows that became cases
 * @param badRows rows that did not
 * @param importTime how long the import took
 * @param series the run over time
 * @param allTime from the begin of the import until the last case was closed
 */
record LoopRun(
        DemoPlan plan,
        DemoTally tally,
        int imported,
        int badRows,
        Duration importTime,
        Duration allTime,
        List<LoopCase> cases,
        LoopSeries series) {

    DemoPath path(LoopCase done) {
        return plan.scriptOf(done.caseNumber()).path();
    }

    List<LoopCase> of(DemoPath path) {
        return cases.stream().filter(done -> path(done) == path).toList();
    }

    long count(Predicate<LoopCase> fact) {
        return cases.stream().filter(fact).count();
    }

    List<LoopCase> open() {
        return cases.stream().filter(done -> !done.isClosed()).toList();
    }

    /** How many first answers lacked something, by the plan. */
    long plannedSlips() {
        return count(done -> plan.scriptOf(done.caseNumber()).slip() != null);
    }

    double rowsPerSecond() {
        return imported * 1000.0 / Math.max(1, importTime.toMillis());
    }

    double closedPerMinute() {
        return count(LoopCase::isClosed) * 60_000.0 / Math.max(1, allTime.toMillis());
    }
}
