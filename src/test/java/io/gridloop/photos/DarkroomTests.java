package io.gridloop.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.unit.DataSize;

class DarkroomTests {

    private final CountDownLatch door = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();

    @Test
    void developsTwoAtATimeHoweverManyCome() throws Exception {
        Darkroom darkroom = darkroom(Duration.ofMinutes(1));
        List<Future<Developed>> pictures = new ArrayList<>();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                pictures.add(visitors.submit(() -> darkroom.develop(new PhotoUpload(behindTheDoor()))));
            }
            await().during(Duration.ofMillis(300)).until(reading::get, busy -> busy == 2);
            door.countDown();
            for (Future<Developed> picture : pictures) {
                assertThat(picture.get().width()).isEqualTo(80);
            }
        } finally {
            darkroom.destroy();
        }
        assertThat(reading).hasValue(500);
    }

    @Test
    void asksToComeBackWhenItsTurnDoesNotComeInTime() {
        Darkroom darkroom = darkroom(Duration.ofMillis(50));
        try {
            assertThatThrownBy(() -> darkroom.develop(new PhotoUpload(behindTheDoor())))
                    .isInstanceOf(PhotoRefusedException.class).hasMessageStartingWith("现在上传照片的人很多");
        } finally {
            door.countDown();
            darkroom.destroy();
        }
    }

    private static Darkroom darkroom(Duration patience) {
        PhotosProperties settings = new PhotosProperties(Path.of("target"), DataSize.ofMegabytes(1), 36, 2, patience,
                Duration.ofHours(24), 10, false);
        return new Darkroom(new Developing(settings), settings);
    }

    private InputStreamSource behindTheDoor() {
        byte[] picture = TestPictures.jpeg(80, 60);
        return () -> {
            reading.incrementAndGet();
            try {
                door.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new ByteArrayInputStream(picture);
        };
    }
}
