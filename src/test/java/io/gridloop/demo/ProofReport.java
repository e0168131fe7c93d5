package io.gridloop.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a proof, for people and for machines. */
final class ProofReport {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final LoopRun run;

    ProofReport(LoopRun run, String file, int timeScale, Map<String, Long> memory) {
        this.run = run;
        figures.put("file", file);
        figures.put("rows", run.imported());
        figures.put("badRows", run.badRows());
        figures.put("seed", run.plan().seed());
        figures.put("timeScale", timeScale);
        figures.put("importSeconds", seconds(run.importTime().toMillis()));
        figures.put("importRowsPerSecond", rounded(run.rowsPerSecond()));
        figures.put("allSeconds", seconds(run.allTime().toMillis()));
        figures.put("closedPerMinute", rounded(run.closedPerMinute()));
        figures.put("closed", run.count(LoopCase::isClosed));
        figures.put("overdue", run.count(LoopCase::overdue));
        figures.put("reworked", run.count(done -> done.round() > 1));
        figures.put("assignedByHand", run.count(done -> done.count("Task_CheckAssignment") > 0));
        figures.put("correctedAnswers", run.tally().corrected());
        figures.put("refusedCalls", run.tally().failures());
        figures.put("resolutions", resolutions());
        figures.put("medianSecondsOpen", Arrays.stream(DemoPath.values())
                .collect(Collectors.toMap(Enum::name, path -> LoopTable.medianSeconds(run, path), (a, b) -> a,
                        TreeMap::new)));
        figures.put("answers", run.tally().answers());
        figures.put("memoryMb", memory);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
    }

    void print() {
        figures.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
        System.out.println(LoopTable.ofPaths(run));
    }

    private Map<String, Long> resolutions() {
        return run.cases().stream().map(LoopCase::resolution).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
