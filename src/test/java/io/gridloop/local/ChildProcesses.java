package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The process ids of the platform's children, one file each, so that the next start finds those that a killed start
 * left behind. A file holds the id and the instant the process started: a later process with the same id is not ours.
 */
final class ChildProcesses {

    /** Enough for a broker to write its last snapshot; a process that takes longer is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(50);
    /** The start instant that the kernel reports moves by a little when the wall clock is corrected. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path directory;
    private boolean closed;

    ChildProcesses(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts a child and remembers it under its name.
     *
     * @throws PlatformFailure when the platform is being closed: nothing may start behind its back
     */
    synchronized Process launch(String name, Supplier<Process> starter) {
        if (closed) {
            throw new PlatformFailure("The local platform is being closed.");
        }
        Process process = starter.get();
        record(name, process.toHandle());
        return process;
    }

    /** From now on nothing starts. */
    synchronized void close() {
        closed = true;
    }

    /** Remembers a child under its name. */
    void record(String name, ProcessHandle child) {
        try {
            Files.createDirectories(directory);
            Files.writeString(file(name), child.pid() + " " + startOf(child).toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a child with all that it started, waits until it is gone, and forgets it. */
    void end(String name, ProcessHandle child) {
        List<ProcessHandle> family = Stream.concat(Stream.of(child), child.descendants()).toList();
        family.forEach(ProcessHandle::destroy);
        awaitEnd(family, PATIENCE);
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(family, PATIENCE);
        forget(name);
    }

    /**
     * Ends the children that an earlier start left behind.
     *
     * @return their names
     */
    List<String> endStale() {
        List<String> stale = names().filter(name -> recorded(name).isPresent()).toList();
        stale.parallelStream().forEach(name -> recorded(name).ifPresent(child -> end(name, child)));
        names().forEach(this::forget);
        return stale;
    }

    /** All recorded children that live. */
    Stream<ProcessHandle> living() {
        return names().flatMap(name -> recorded(name).stream());
    }

    /** The living process that was recorded under this name, if it is still the same one. */
    Optional<ProcessHandle> recorded(String name) {
        try {
            String[] words = Files.readString(file(name)).strip().split(" ");
            Instant start = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0])).filter(process -> startedAt(process, start));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant start) {
        return Duration.between(startOf(process), start).abs().compareTo(SAME_START) <= 0;
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /**
     * Returns when none of these lives, or when patience ends. Looks for itself: {@link ProcessHandle#onExit()} needs a
     * thread of the common pool, which may be busy while the JVM ends.
     */
    static void awaitEnd(List<ProcessHandle> processes, Duration patience) {
        Instant last = Instant.now().plus(patience);
        try {
            while (processes.stream().anyMatch(ProcessHandle::isAlive) && Instant.now().isBefore(last)) {
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<String> names() {
        try (Stream<Path> files = Files.exists(directory) ? Files.list(directory) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString().replace(".pid", "")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".pid");
    }
}
