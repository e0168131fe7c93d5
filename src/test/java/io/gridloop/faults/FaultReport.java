package io.gridloop.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures of the fault tests, for people and for machines. */
final class FaultReport {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final StringBuilder table = new StringBuilder("%-22s %7s %5s %7s %6s %7s %14s %14s %14s  %s%n".formatted(
            "fault", "moments", "lost", "doubled", "stuck", "broken", "ready s", "first step s", "backlog s", "seen"));

    void add(String name, Object value) {
        figures.put(name, value);
    }

    void add(Fault fault, long seed, List<Round> rounds, long lost, long doubled) {
        var row = new LinkedHashMap<String, Object>();
        row.put("seed", seed);
        row.put("moments", rounds.size());
        row.put("lost", lost);
        row.put("doubled", doubled);
        row.put("stuck", rounds.stream().mapToLong(Round::stuck).sum());
        row.put("broken", rounds.stream().mapToInt(round -> round.broken().size()).sum());
        row.put("readySeconds", spread(rounds, Round::readySeconds));
        row.put("firstStepSeconds", spread(rounds, Round::firstStepSeconds));
        row.put("backlogSeconds", spread(rounds, Round::backlogSeconds));
        row.put("slowestFailureMillis", rounds.stream().mapToLong(Round::slowestFailureMillis).max().orElse(0));
        row.put("seen", seen(rounds));
        row.put("rounds", rounds);
        figures.put(fault.name(), row);
        table.append("%-22s %7d %5d %7d %6d %7d %14s %14s %14s  %s%n".formatted(fault.title, rounds.size(), lost,
                doubled, (Long) row.get("stuck"), (Integer) row.get("broken"), words(rounds, Round::readySeconds),
                words(rounds, Round::firstStepSeconds), words(rounds, Round::backlogSeconds), seen(rounds)));
    }

    void print() {
        System.out.println(table);
        figures.forEach((name, value) -> {
            if (!(value instanceof Map<?, ?> row) || !row.containsKey("rounds")) {
                System.out.printf("%-24s %s%n", name, value);
            }
        });
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
    }

    private static Map<String, Integer> seen(List<Round> rounds) {
        var all = new TreeMap<String, Integer>();
        rounds.forEach(round -> round.seen().forEach((kind, count) -> all.merge(kind, count, Integer::sum)));
        return all;
    }

    private static String words(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var spread = spread(rounds, figure);
        return "%.1f (%.1f)".formatted(spread.get("median"), spread.get("max"));
    }

    private static Map<String, Double> spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0
                ? Map.of("median", 0.0, "max", 0.0)
                : Map.of("median", sorted[sorted.length / 2], "max", sorted[sorted.length - 1]);
    }
}
