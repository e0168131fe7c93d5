package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTests {

    @TempDir
    private Path data;

    private Process server;

    @BeforeEach
    void startAProcess() throws IOException {
        server = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endTheProcess() {
        server.destroyForcibly();
    }

    @Test
    void endsTheServerThatStillWorksOnTheDirectory() throws IOException {
        // On a busy machine a server takes a while from its start to its first note.
        write(Instant.now().plus(Duration.ofSeconds(10)));
        assertThat(new PostmasterFile(data).endLiving()).isTrue();
        // A process that is gone is noticed a little later by the one that started it.
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void sparesALaterProcessWithTheSameId() throws IOException {
        write(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(new PostmasterFile(data).endLiving()).isFalse();
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void findsNothingWhereNoServerEverRan() {
        assertThat(new PostmasterFile(data).endLiving()).isFalse();
    }

    private void write(Instant start) throws IOException {
        String text = "%d\n%s\n%d\n".formatted(server.pid(), data, start.getEpochSecond());
        Files.writeString(data.resolve("postmaster.pid"), text);
    }
}
