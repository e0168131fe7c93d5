package io.gridloop.demo;

import io.gridloop.cases.Resolution;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A run as tables for people. */
final class LoopTable {

    private LoopTable() {}

    /** One line for each path. */
    static String ofPaths(LoopRun run) {
        return Arrays.stream(DemoPath.values()).map(path -> ofPath(run, path)).collect(Collectors.joining("\n",
                "%-10s %5s %6s %-15s %7s %8s %8s %8s%n".formatted("path", "cases", "closed", "resolution", "overdue",
                        "reworked", "assigned", "median s"),
                "\n"));
    }

    private static String ofPath(LoopRun run, DemoPath path) {
        var cases = run.of(path);
        return "%-10s %5d %6d %-15s %7d %8d %8d %8d".formatted(path, cases.size(),
                cases.stream().filter(LoopCase::isClosed).count(), resolutions(run, path),
                cases.stream().filter(LoopCase::overdue).count(), cases.stream().filter(c -> c.round() > 1).count(),
                cases.stream().filter(c -> c.count("Task_CheckAssignment") > 0).count(), medianSeconds(run, path));
    }

    /** The same for machines: planned and seen. */
    static Map<String, Map<String, Long>> figures(LoopRun run) {
        var figures = new LinkedHashMap<String, Map<String, Long>>();
        for (var path : DemoPath.values()) {
            var cases = run.of(path);
            var seen = new LinkedHashMap<String, Long>();
            seen.put("planned", (long) run.plan().counts().getOrDefault(path, 0));
            seen.put("seen", cases.stream().filter(done -> Milestones.areIn(done, path)).count());
            seen.put("endedAsPlanned", cases.stream().filter(done -> done.resolution() == path.resolution).count());
            seen.put("overduePlanned", path == DemoPath.LATE ? (long) cases.size() : 0);
            seen.put("overdueSeen", cases.stream().filter(LoopCase::overdue).count());
            seen.put("medianSecondsOpen", medianSeconds(run, path));
            figures.put(path.name(), seen);
        }
        return figures;
    }

    private static String resolutions(LoopRun run, DemoPath path) {
        return run.of(path).stream().map(LoopCase::resolution).filter(Objects::nonNull).distinct()
                .map(Resolution::name).collect(Collectors.joining(","));
    }

    static long medianSeconds(LoopRun run, DemoPath path) {
        var times = run.of(path).stream().map(LoopCase::open).filter(Objects::nonNull).sorted().toList();
        return times.isEmpty() ? 0 : ((Duration) times.get(times.size() / 2)).toSeconds();
    }

    /** One line for each case that is still open: where it stands and who has it. */
    static String ofOpen(LoopRun run) {
        return run.open().stream().map(open -> "%s %-9s %-10s round %d instance %s handler %s after %s".formatted(
                open.caseNumber(), run.path(open), open.state(), open.round(), open.processInstanceKey(),
                open.handler(), open.trail().getLast()))
                .collect(Collectors.joining("\n", "open cases:\n", "\n"));
    }
}
