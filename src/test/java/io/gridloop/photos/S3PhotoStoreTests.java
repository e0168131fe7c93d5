package io.gridloop.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

/** Against a real HTTP server on this machine that checks the signatures. */
class S3PhotoStoreTests {

    private static final PhotoKey KEY = new PhotoKey(UUID.randomUUID(), PhotoSize.LARGE);

    private MemoryS3 server;
    private S3PhotoStore store;

    @BeforeEach
    void start() throws IOException {
        server = new MemoryS3();
        store = new S3PhotoStore(settings(MemoryS3.SECRET_KEY), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesBackWhatWasPutDown() throws IOException {
        byte[] picture = picture(700_000);
        store.put(KEY, picture);
        assertThat(server.objects).containsOnlyKeys("/photos/" + KEY.fileName());
        try (InputStream content = store.open(KEY)) {
            assertThat(content.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void replacesWhatIsThere() throws IOException {
        store.put(KEY, picture(10));
        store.put(KEY, picture(20));
        try (InputStream content = store.open(KEY)) {
            assertThat(content.readAllBytes()).hasSize(20);
        }
    }

    @Test
    void removesAPictureHoweverOften() throws IOException {
        store.put(KEY, picture(10));
        store.remove(KEY);
        store.remove(KEY);
        assertThat(server.objects).isEmpty();
        server.instead = 404;
        assertThatCode(() -> store.remove(KEY)).doesNotThrowAnyException();
    }

    @Test
    void saysThatAPictureIsNotThere() {
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(IOException.class).hasMessageContaining("404");
    }

    @Test
    void isRefusedWithAWrongSecretWhichNobodyReads() {
        S3PhotoStore wrong = new S3PhotoStore(settings("another-secret"), Clock.systemUTC());
        assertThatThrownBy(() -> wrong.put(KEY, picture(10))).isInstanceOf(IOException.class)
                .hasMessageContaining("403").hasMessageNotContaining("another-secret");
        assertThat(server.objects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 403, 500, 503})
    void takesNoOtherAnswerForSuccess(int answer) {
        server.instead = answer;
        assertThatThrownBy(() -> store.put(KEY, picture(10))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.remove(KEY)).isInstanceOf(IOException.class);
    }

    @Test
    void givesUpOnAnAnswerThatStopsInItsMiddle() throws IOException {
        store.put(KEY, picture(100_000));
        server.stalls = true;
        try (InputStream content = store.open(KEY)) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatTheServerIsAway() {
        server.close();
        assertThatThrownBy(() -> store.put(KEY, picture(10))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.remove(KEY)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"http://s3.example, photos, key", "ftp://s3.example, photos, key", "https://s3.example/x, photos, key",
            "https://u:p@s3.example, photos, key", "'', photos, key", "https://s3.example, '', key",
            "https://s3.example, Photos/../x, key", "https://s3.example, photos, ''"})
    void settingsThatCannotBeStopTheStart(String endpoint, String bucket, String secret) {
        S3Properties settings = new S3Properties(endpoint, bucket, "cn-test-1", "gridloop", secret,
                Duration.ofSeconds(1), false);
        assertThatThrownBy(settings::address).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gridloop.photos.s3");
    }

    @Test
    void settingsDoNotWriteTheSecretOut() {
        assertThat(settings("a-secret").toString()).doesNotContain("a-secret");
    }

    @ParameterizedTest
    @CsvSource({"'', LocalPhotoStore", "local, LocalPhotoStore", "s3, S3PhotoStore"})
    void thereIsExactlyOneStore(String name, String type) {
        new ApplicationContextRunner().withBean(PhotosProperties.class, S3PhotoStoreTests::limits)
                .withBean(S3Properties.class, () -> settings(MemoryS3.SECRET_KEY))
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(LocalPhotoStore.class, S3PhotoStore.class)
                .withPropertyValues(name.isEmpty() ? "x=y" : "gridloop.photos.store=" + name)
                .run(context -> assertThat(context.getBean(PhotoStore.class).getClass().getSimpleName())
                        .isEqualTo(type));
    }

    private S3Properties settings(String secret) {
        return new S3Properties(server.endpoint(), MemoryS3.BUCKET, "cn-test-1", MemoryS3.ACCESS_KEY, secret,
                Duration.ofSeconds(2), true);
    }

    private static PhotosProperties limits() {
        return new PhotosProperties(Path.of("target"), DataSize.ofMegabytes(1), 36, 1, Duration.ofSeconds(10),
                Duration.ofHours(24), 10, false);
    }

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
