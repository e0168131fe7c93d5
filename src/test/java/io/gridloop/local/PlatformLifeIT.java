package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a platform that people start ends; each run is a process of its own, and none waits for the web applications. */
class PlatformLifeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private PlatformSettings settings;
    private Process platform;

    @BeforeEach
    void chooseFreePorts() {
        settings = PlatformSettings.forTests(directory.resolve("home"));
    }

    @AfterEach
    void leaveNothing() {
        platform.destroyForcibly();
        new PostgresServer(settings).endStale();
        new ChildProcesses(settings.home().resolve("pids")).endStale();
    }

    @Test
    void endsWhatAKilledStartLeftBehindAndLeavesNothingItself() throws Exception {
        platform = run("killed");
        List<ProcessHandle> orphans = allParts("killed");
        platform.destroyForcibly().waitFor();
        assertThat(orphans).allMatch(ProcessHandle::isAlive);

        platform = run("second");
        List<ProcessHandle> successors = allParts("second");
        assertThat(orphans).as(output("second")).noneMatch(ProcessHandle::isAlive);
        assertThat(output("second")).contains("an earlier start had left it behind");
        platform.destroy();
        assertThat(platform.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(successors).as(output("second")).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void refusesATakenPortInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(settings.port(PortUse.WEBAPPS), 1,
                InetAddress.getLoopbackAddress())) {
            platform = run("refused");
            assertThat(platform.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(platform.exitValue()).isEqualTo(1);
            assertThat(output("refused").lines()).singleElement().asString()
                    .contains("Port " + taken.getLocalPort(), "Operate and Tasklist", "-Dgridloop.local.webapps.port=");
        }
    }

    /** Waits until PostgreSQL answers and the three child JVMs run, though not yet ready. */
    private List<ProcessHandle> allParts(String run) {
        ChildProcesses children = new ChildProcesses(settings.home().resolve("pids"));
        PostmasterFile postmaster = new PostmasterFile(settings.home().resolve("postgres"));
        await().atMost(PATIENCE).until(() -> {
            assertThat(platform.isAlive()).as(output(run)).isTrue();
            return output(run).contains("PostgreSQL             ready") && children.living().count() == 3;
        });
        return Stream.concat(children.living(), postmaster.living().stream()).toList();
    }

    private Process run(String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dgridloop.local.home=" + settings.home());
        settings.ports().forEach((use, port) -> command.add("-D" + use.property() + "=" + port));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalPlatformMain.class.getName()));
        Path output = directory.resolve(name + ".out");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private String output(String name) {
        try {
            return Files.readString(directory.resolve(name + ".out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
