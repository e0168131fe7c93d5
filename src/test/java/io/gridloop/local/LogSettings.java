package io.gridloop.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The log settings of the child JVMs: everything to standard output, which is one file for each part. */
final class LogSettings {

    private static final String RESOURCE = "log4j2-platform.xml";

    private LogSettings() {}

    /** Where the settings are, under the home of the platform. */
    static Path file(Path home) {
        return home.resolve("logs").resolve(RESOURCE);
    }

    static void write(Path home) {
        try (InputStream in = LogSettings.class.getResourceAsStream(RESOURCE)) {
            Files.createDirectories(file(home).getParent());
            Files.copy(Objects.requireNonNull(in, RESOURCE), file(home), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
