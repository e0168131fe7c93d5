package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The directory that holds all data, logs and process ids of a platform. */
final class Home {

    private static final List<String> PARTS = List.of("postgres", "opensearch", "broker", "webapps", "logs",
            "photos");

    private static final List<String> ENGINE = List.of("opensearch", "broker", "webapps");

    private final Path directory;

    Home(Path directory) {
        this.directory = directory;
    }

    /** Deletes the data and logs of every part, and nothing else that may lie there. */
    void wipe() {
        wipe(PARTS);
    }

    /** Deletes the data of everything but PostgreSQL. */
    void wipeEngine() {
        wipe(ENGINE);
    }

    private void wipe(List<String> parts) {
        parts.stream().map(directory::resolve).filter(Files::exists).forEach(Home::delete);
    }

    private static void delete(Path part) {
        try {
            FileSystemUtils.deleteRecursively(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
