package io.gridloop.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a proof, for people and for machines. */
final class ProofReport extends Figures {

    private final LoopRun run;

    ProofReport(LoopRun run, List<Path> files, int timeScale, Map<String, Long> memory) {
        this.run = run;
        add("files", files.stream().map(file -> file.getFileName().toString()).toList());
        add("rows", run.imported());
        add("badRows", run.badRows());
        add("seed", run.plan().seed());
        add("timeScale", timeScale);
        add("importSeconds", seconds(run.importTime().toMillis()));
        add("importRowsPerSecond", rounded(run.rowsPerSecond()));
        add("allSeconds", seconds(run.allTime().toMillis()));
        add("closed", run.count(LoopCase::isClosed));
        add("closedPerMinute", rounded(run.closedPerMinute()));
        add("closedPerMinuteBestFive", rounded(run.series().bestPerMinute()));
        add("resolutions", resolutions());
        add("paths", LoopTable.figures(run));
        add("assignedByHand", run.count(done -> done.count("Task_CheckAssignment") > 0));
        add("formProblemsPlanned", run.plannedSlips());
        add("formProblemsCorrected", run.tally().corrected());
        add("answers", run.tally().answers());
        add("answersByDoor", run.tally().doors());
        add("refusedCalls", run.tally().failures());
        add("outboxDepth", run.series().waiting());
        add("outboxOverTime", run.series().waitingLine());
        add("memoryMb", memory);
    }

    @Override
    public void print() {
        super.print();
        System.out.println(LoopTable.ofPaths(run));
    }

    private Map<String, Long> resolutions() {
        return run.cases().stream().map(LoopCase::resolution).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
