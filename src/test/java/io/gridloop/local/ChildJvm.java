package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One part of the platform in a JVM of its own, on the JDK that runs this one.
 *
 * @param name name of its log and process id files
 * @param title what people call it
 * @param heapMegabytes the largest heap
 * @param classPath its whole class path
 * @param options JVM options of this part alone
 * @param mainClass what it runs
 * @param environment settings; nothing of our own environment that such programs read as settings is handed on
 * @param arguments what its main method gets
 */
record ChildJvm(
        String name,
        String title,
        int heapMegabytes,
        String classPath,
        List<String> options,
        String mainClass,
        Map<String, String> environment,
        List<String> arguments) {

    private static final String SETTINGS_OF_OTHERS = "(CAMUNDA|ZEEBE|OPERATE|TASKLIST|OPENSEARCH)_.*"
            + "|(SPRING|SERVER|MANAGEMENT|LOGGING)_.*"
            + "|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS";
    private static final Path SHELL = Path.of("/bin/sh");

    /** Starts it; its output goes to {@code log}, which begins anew. */
    Process start(Path directory, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(key -> key.matches(SETTINGS_OF_OTHERS));
        builder.environment().putAll(environment);
        builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(ignoringInterrupts());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    /**
     * A terminal sends Ctrl-C to every process at once; the parts must outlive gridloop, which still needs them while
     * it ends its work, so they ignore it and are ended by {@link LocalPlatform#close()}.
     */
    private static List<String> ignoringInterrupts() {
        return Files.isExecutable(SHELL)
                ? List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "gridloop")
                : List.of();
    }
}
