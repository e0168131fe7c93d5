package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's own record of its process id. A server that outlived its starter would be used silently, with the
 * settings of then, by the next start on the same directory: so it is ended first.
 */
final class PostmasterFile {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The file has whole seconds, and the start instant moves a little when the wall clock is corrected. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private final Path file;

    PostmasterFile(Path data) {
        this.file = data.resolve("postmaster.pid");
    }

    /**
     * The server that works on this directory: line 1 is its id, line 3 the second in which it wrote so. A later
     * process that was given the same id has started after that.
     */
    Optional<ProcessHandle> living() {
        try {
            List<String> lines = Files.readAllLines(file);
            Instant written = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> !ChildProcesses.startOf(process).isAfter(written.plus(ROUNDING)));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** Ends the server in an orderly way; whether there was one. */
    boolean endLiving() {
        Optional<ProcessHandle> server = living();
        server.ifPresent(PostmasterFile::end);
        return server.isPresent();
    }

    static void awaitEnd(ProcessHandle server) {
        ChildProcesses.awaitEnd(List.of(server), PATIENCE);
    }

    private static void end(ProcessHandle server) {
        try {
            // "Fast shutdown" in PostgreSQL's terms; its answer to SIGTERM would wait for every client to leave.
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();
            awaitEnd(server);
            server.destroyForcibly();
            awaitEnd(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
