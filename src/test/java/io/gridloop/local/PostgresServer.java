package io.gridloop.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL with a directory that lasts, and in it the database {@value #NAME} with a user of the same name. */
final class PostgresServer implements Part {

    static final String NAME = "gridloop";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlatformSettings settings;
    private final PostmasterFile postmaster;
    private volatile @Nullable EmbeddedPostgres server;

    PostgresServer(PlatformSettings settings) {
        this.settings = settings;
        this.postmaster = new PostmasterFile(data());
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public synchronized void start() {
        discardHalfMade();
        EmbeddedPostgres started = startTwice();
        server = started;
        markWhole();
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            createOnce(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'",
                    "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
            createOnce(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'",
                    "CREATE DATABASE " + NAME + " OWNER " + NAME);
        } catch (SQLException e) {
            throw new PlatformFailure("PostgreSQL refused to create its database: " + e.getMessage(), e);
        }
    }

    private static void createOnce(Statement statement, String question, String creation) throws SQLException {
        try (ResultSet found = statement.executeQuery(question)) {
            if (found.next()) {
                return;
            }
        }
        statement.execute(creation);
    }

    /** A start soon after a crash may need a second try, once the shared memory of the dead server is released. */
    private EmbeddedPostgres startTwice() {
        try {
            return startOnce();
        } catch (IOException | RuntimeException first) {
            try {
                return startOnce();
            } catch (IOException | RuntimeException second) {
                throw new PlatformFailure("PostgreSQL did not start: %s; see %s".formatted(second.getMessage(), log()),
                        second);
            }
        }
    }

    private EmbeddedPostgres startOnce() throws IOException {
        quiet();
        Files.createDirectories(data());
        Files.createDirectories(log().getParent());
        return EmbeddedPostgres.builder()
                .setPort(settings.port(PortUse.POSTGRES))
                .setOverrideWorkingDirectory(PlatformSettings.cache().resolve("postgresql").toFile())
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                // Its own hook would stop the server while gridloop still ends its work: close() does it in order.
                .setRegisterShutdownHook(false)
                // Both are off by default there, good for tests only: what is committed here must last.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", Loopback.ADDRESS)
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setErrorRedirector(Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Waits for a start under way, so that no half-made server outlives this process. */
    @Override
    public synchronized void stop() {
        quiet();
        EmbeddedPostgres running = server;
        server = null;
        Optional<ProcessHandle> process = process();
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // The server's own tool is content when the file is gone, a moment before the process is.
            process.ifPresent(PostmasterFile::awaitEnd);
            postmaster.endLiving();
        }
    }

    /** Kills the main process; its children end by themselves when they see that, and are waited for. */
    synchronized void kill() {
        List<ProcessHandle> family = process().stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants())).toList();
        family.stream().limit(1).forEach(ProcessHandle::destroyForcibly);
        ChildProcesses.awaitEnd(family, PATIENCE);
        release();
    }

    /** Lets go of the directory of a server that is dead already. */
    private void release() {
        EmbeddedPostgres dead = server;
        server = null;
        loudness(Level.OFF);
        try {
            if (dead != null) {
                dead.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            quiet();
        }
    }

    /** Before Spring Boot has set up logging, and after it has ended, everything would be shown. */
    private static void quiet() {
        loudness(Level.WARN);
    }

    private static void loudness(Level level) {
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class.getPackageName())).setLevel(level);
    }

    /** The server's main process, while it lives. */
    Optional<ProcessHandle> process() {
        return postmaster.living();
    }

    /** Ends a server that an earlier start left behind; whether there was one. */
    boolean endStale() {
        return postmaster.endLiving();
    }

    /** A start that was killed while it created the directory has left nothing of worth, and nothing that starts. */
    private void discardHalfMade() {
        try {
            if (Files.exists(data()) && Files.notExists(whole())) {
                FileSystemUtils.deleteRecursively(data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void markWhole() {
        try {
            Files.write(whole(), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path whole() {
        return data().resolve("gridloop.whole");
    }

    private Path data() {
        return settings.home().resolve("postgres");
    }

    private Path log() {
        return settings.home().resolve("logs/postgres.log");
    }
}
