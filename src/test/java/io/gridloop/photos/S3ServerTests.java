package io.gridloop.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store against somebody else's S3 server, s3rver, which comes with {@code npm ci}. It knows who may come, but takes
 * signatures of version 4 as they are; {@link MemoryS3} checks those.
 */
class S3ServerTests {

    private static final Path SERVER = Path.of("ui/node_modules/s3rver/bin/s3rver.js");
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");
    private static final String KEY_AND_SECRET = "S3RVER";

    @TempDir
    static Path data;

    private static Process server;
    private static String endpoint = "";

    private final PhotoKey key = new PhotoKey(UUID.randomUUID(), PhotoSize.LARGE);
    private final S3PhotoStore store = store(KEY_AND_SECRET);

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.exists(SERVER), "!!! S3 SERVER TESTS SKIPPED: npm ci --ignore-scripts --prefix ui !!!");
        server = new ProcessBuilder("node", SERVER.toString(), "-d", data.toString(), "-a", "127.0.0.1", "-p", "0",
                "--configure-bucket", "photos").redirectErrorStream(true).start();
        endpoint = "http://127.0.0.1:" + port(server.inputReader());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givesBackWhatWasPutDown() throws IOException {
        byte[] picture = picture(700_000);
        store.put(key, picture(10));
        store.put(key, picture);
        try (InputStream content = store.open(key)) {
            assertThat(content.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void removesAPictureHoweverOften() throws IOException {
        store.put(key, picture(10));
        store.remove(key);
        assertThatCode(() -> store.remove(key)).doesNotThrowAnyException();
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IOException.class).hasMessageContaining("404");
    }

    @Test
    void isRefusedUnderAKeyThatNobodyKnows() {
        assertThatThrownBy(() -> store("nobody").put(key, picture(10))).isInstanceOf(IOException.class)
                .hasMessageContaining("403");
        assertThatThrownBy(() -> store.open(key)).hasMessageContaining("404");
    }

    private static String port(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
        }
        throw new IOException("s3rver did not start");
    }

    private static S3PhotoStore store(String accessKey) {
        return new S3PhotoStore(new S3Properties(endpoint, "photos", "cn-test-1", accessKey, KEY_AND_SECRET,
                Duration.ofSeconds(10), true), Clock.systemUTC());
    }

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
