package io.gridloop.walk;

import io.gridloop.cases.Resolution;
import io.gridloop.demo.Figures;
import java.time.Duration;
import java.util.List;

/** The figures of a walk. */
final class WalkReport extends Figures {

    private static final double MILLIS = 1_000;

    WalkReport(Outcome outcome) {
        var walk = outcome.walk();
        add("seed", walk.walk().seed());
        add("cases", walk.walk().cases());
        add("endedAsAllowed", outcome.ended());
        add("walksFailed", walk.failed().size());
        add("resolutions", outcome.resolutions());
        add("endStatesReached", "%d of %d".formatted(outcome.resolutions().size(), Resolution.values().length));
        add("instancesLeft", outcome.instancesLeft());
        add("incidents", outcome.incidents());
        add("brokenPromises", outcome.broken());
        add("ends", outcome.ends());
        add("residentsTold", outcome.told());
        add("residentsToldWrongly", outcome.toldWrongly());
        add("effects", outcome.effects());
        add("effectsTwice", outcome.effectsTwice());
        add("timersFiredAfterBeingMoved", outcome.timers().found());
        add("recordsByTimer", outcome.timers().byTimer());
        add("recordsBySecondClock", outcome.timers().bySecondClock());
        add("elementsReached", reached(outcome.coverage().elements(), outcome.coverage().notReached().size()));
        add("elementsNotReached", outcome.coverage().notReached());
        add("flowsTaken", reached(outcome.coverage().flows(), outcome.coverage().notTaken().size()));
        add("flowsNotTaken", outcome.coverage().notTaken());
        add("outboxDepth", walk.series().waiting());
        add("allSeconds", rounded(walk.time().toMillis() / MILLIS));
        add("casesPerMinute", rounded(walk.cases().size() * 60 * MILLIS / Math.max(1, walk.time().toMillis())));
        var times = walk.cases().stream().map(Walked::duration).sorted().toList();
        add("medianCaseSeconds", seconds(times, times.size() / 2));
        add("longestCaseSeconds", seconds(times, times.size() - 1));
        var steps = walk.cases().stream().map(walked -> walked.story().size()).sorted().toList();
        add("steps", steps.stream().mapToInt(Integer::intValue).sum());
        add("mostStepsOfACase", steps.isEmpty() ? 0 : steps.getLast());
    }

    private static String reached(int all, int missing) {
        return "%d of %d".formatted(all - missing, all);
    }

    private static double seconds(List<Duration> times, int place) {
        return times.isEmpty() ? 0 : rounded(times.get(place).toMillis() / MILLIS);
    }
}
