package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessesTests {

    @TempDir
    private Path directory;

    private ChildProcesses children;
    private Process child;

    @BeforeEach
    void startAChild() throws IOException {
        children = new ChildProcesses(directory);
        child = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endTheChild() {
        child.destroyForcibly();
    }

    @Test
    void endsAChildThatAnEarlierStartLeftBehind() {
        children.record("sleeper", child.toHandle());
        assertThat(new ChildProcesses(directory).endStale()).containsExactly("sleeper");
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void endsTheDescendantsOfAChildToo() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & sleep 600").start();
        ProcessHandle grandchild = firstDescendantOf(shell);
        children.end("shell", shell.toHandle());
        assertThat(shell.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(grandchild.isAlive()).isFalse();
    }

    @Test
    void sparesALaterProcessWithTheSameId() throws IOException {
        Instant earlier = Instant.now().minus(Duration.ofHours(1));
        Files.writeString(directory.resolve("reused.pid"), child.pid() + " " + earlier.toEpochMilli());
        assertThat(children.endStale()).isEmpty();
        assertThat(child.isAlive()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void forgetsARecordThatCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("broken.pid"), "not a number");
        assertThat(children.endStale()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void startsNothingOnceClosed() {
        children.close();
        assertThatThrownBy(() -> children.launch("late", () -> child)).isInstanceOf(PlatformFailure.class);
        assertThat(directory).isEmptyDirectory();
    }

    private static ProcessHandle firstDescendantOf(Process process) {
        return await()
                .until(() -> process.descendants().findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
