package io.gridloop.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one benchmark. */
public final class BenchReport {

    private static final Path FILE = Path.of("target", "bench.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    public BenchReport(String name) {
        this.name = name;
    }

    public BenchReport put(String what, Object figure) {
        figures.put(what, figure);
        return this;
    }

    /** Prints the table and adds it to the file, beside what other benchmarks wrote. */
    public void publish() throws IOException {
        System.out.println();
        System.out.println("| " + name + " | |");
        System.out.println("| --- | --- |");
        figures.forEach((what, figure) -> System.out.println("| " + what + " | " + figure + " |"));
        ObjectNode all = Files.exists(FILE) ? (ObjectNode) JSON.readTree(FILE.toFile()) : JSON.createObjectNode();
        all.set(name, JSON.valueToTree(figures));
        Files.createDirectories(FILE.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), all);
    }
}
