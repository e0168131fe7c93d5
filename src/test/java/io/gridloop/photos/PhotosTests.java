package io.gridloop.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

@ApplicationModuleTest
@Import({PostgresForTests.class, PhotosTests.Time.class})
@TestPropertySource(properties = {
        "camunda.client.worker.defaults.enabled=false",
        // Readiness asks for the process module, which is not here.
        "management.endpoint.health.validate-group-membership=false",
        "gridloop.photos.sweep-every=PT24H",
        "gridloop.photos.directory=target/photos-of-tests"
})
class PhotosTests {

    private static final long CASE = 4711;

    @Autowired
    private Photos photos;

    @Autowired
    private PhotoSweeper sweeper;

    @Autowired
    private PhotoRows rows;

    @Autowired
    private Darkroom darkroom;

    @Autowired
    private PhotosProperties settings;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void nothingIsThere() throws IOException {
        jdbc.sql("delete from photo").update();
        FileSystemUtils.deleteRecursively(settings.directory());
    }

    @Test
    void keepsTwoPicturesUnderARandomNameAndNothingElse() throws IOException {
        UUID id = taken();
        assertThat(files(settings.directory())).containsExactlyInAnyOrder(id + "-large.jpg", id + "-thumbnail.jpg");
        assertThat(photos.open(id, PhotoSize.LARGE)).hasValueSatisfying(
                content -> assertThat(content).isNotEmpty());
        assertThat(photos.find(List.of(id))).singleElement().satisfies(photo -> {
            assertThat(photo.caseId()).isNull();
            assertThat(photo.width()).isEqualTo(80);
            assertThat(photo.sha256()).hasSize(64);
        });
    }

    @Test
    void attachesAPhotographOnce() {
        UUID id = taken();
        attach(CASE, id);
        assertThat(photos.of(CASE)).extracting(Photo::id).containsExactly(id);
        assertThatThrownBy(() -> attach(CASE + 1, id)).isInstanceOf(PhotosGoneException.class);
        assertThatThrownBy(() -> attach(CASE, id)).isInstanceOf(PhotosGoneException.class);
        assertThat(photos.of(CASE + 1)).isEmpty();
    }

    @Test
    void attachesAllOrNone() {
        UUID free = taken();
        assertThatThrownBy(() -> attach(CASE, free, UUID.randomUUID())).isInstanceOf(PhotosGoneException.class);
        assertThat(photos.of(CASE)).isEmpty();
        attach(CASE, free);
    }

    @Test
    void attachesNothingThatExpired() {
        UUID id = taken();
        clock.move(Duration.ofHours(24));
        assertThatThrownBy(() -> attach(CASE, id)).isInstanceOf(PhotosGoneException.class);
    }

    @Test
    void removesWhatNobodyAttachedWithinADay() throws IOException {
        UUID attached = taken();
        attach(CASE, attached);
        UUID left = taken();
        clock.move(Duration.ofHours(23));
        UUID young = taken();
        clock.move(Duration.ofHours(1));
        sweeper.sweep();
        assertThat(photos.find(List.of(attached, left, young))).extracting(Photo::id)
                .containsExactlyInAnyOrder(attached, young);
        assertThat(files(settings.directory())).hasSize(4).noneMatch(name -> name.startsWith(left.toString()));
    }

    @Test
    void takesAPhotographOffItsOwnCaseAlone() throws IOException {
        UUID id = taken();
        attach(CASE, id);
        assertThat(detached(CASE + 1, id)).isFalse();
        assertThat(photos.of(CASE)).hasSize(1);
        assertThat(detached(CASE, id)).isTrue();
        assertThat(photos.of(CASE)).isEmpty();
        assertThatThrownBy(() -> attach(CASE, id)).isInstanceOf(PhotosGoneException.class);
        sweeper.sweep();
        assertThat(files(settings.directory())).isEmpty();
    }

    @Test
    void removesWhatAnInterruptedUploadLeft() throws IOException {
        UUID id = taken();
        Path half = settings.directory().resolve(id.toString().substring(0, 2)).resolve(id + "-large.jpg.part");
        Files.write(half, new byte[]{1});
        Files.delete(half.resolveSibling(id + "-thumbnail.jpg"));
        clock.move(Duration.ofHours(24));
        sweeper.sweep();
        assertThat(files(settings.directory())).isEmpty();
        assertThat(photos.find(List.of(id))).isEmpty();
    }

    @Test
    void keepsNeitherRowNorPictureWhenTheStoreTakesNone(@TempDir Path temp) throws IOException {
        Path noDirectory = Files.writeString(temp.resolve("file"), "");
        PhotosProperties away = settings(noDirectory, 10);
        Photos full = new Photos(darkroom, rows, new LocalPhotoStore(away), away, clock);
        assertThatThrownBy(() -> take(full)).isInstanceOf(PhotoRefusedException.class)
                .hasMessage("照片暂时存不下，可以先不带照片提交");
        assertThat(files(temp)).containsExactly("file");
        clock.move(Duration.ofHours(24));
        sweeper.sweep();
        assertThat(rows.unattached()).isZero();
    }

    @Test
    void takesNoMoreThanMayWait() {
        PhotosProperties two = settings(settings.directory(), 2);
        Photos small = new Photos(darkroom, rows, new LocalPhotoStore(two), two, clock);
        take(small);
        UUID second = take(small);
        assertThatThrownBy(() -> take(small)).isInstanceOf(PhotoRefusedException.class);
        attach(CASE, second);
        take(small);
    }

    private UUID taken() {
        return take(photos);
    }

    private static UUID take(Photos photos) {
        return photos.take(new PhotoUpload(new ByteArrayResource(TestPictures.jpeg(80, 60))), PhotoKind.REPORT)
                .photo().id();
    }

    private void attach(long caseId, UUID... ids) {
        transactions.executeWithoutResult(status -> photos.attach(caseId, Set.of(ids)));
    }

    private boolean detached(long caseId, UUID id) {
        return Boolean.TRUE.equals(transactions.execute(status -> photos.detach(caseId, id)));
    }

    private PhotosProperties settings(Path directory, int mostUnattached) {
        return new PhotosProperties(directory, DataSize.ofMegabytes(1), 36, 1, Duration.ofSeconds(10),
                Duration.ofHours(24), mostUnattached, false);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.exists(directory) ? Files.walk(directory) : Stream.of()) {
            return all.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
