package io.gridloop.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a long run, for people and for machines. */
public class Figures {

    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** One more figure, after the others. */
    public void add(String name, Object value) {
        figures.put(name, value);
    }

    /** Writes them as JSON. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
    }

    /** One line each. */
    public void print() {
        figures.forEach((name, value) -> System.out.printf("%-24s %s%n", name, value));
    }

    /** A figure with one digit after the point. */
    public static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
