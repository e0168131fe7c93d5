package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class DevelopingTests {

    private static final PhotosProperties LIMITS = new PhotosProperties(
            Path.of("target"), DataSize.ofMegabytes(1), 36, 1, Duration.ofSeconds(1), Duration.ofHours(24), 10, false);

    private final Developing developing = new Developing(LIMITS);

    @Test
    void makesALargePictureAndAThumbnail() {
        Developed developed = develop(TestPictures.jpeg(3_000, 2_000));
        assertThat(developed.width()).isEqualTo(2_560);
        assertThat(developed.height()).isEqualTo(1_707);
        BufferedImage large = TestPictures.read(developed.large());
        BufferedImage thumbnail = TestPictures.read(developed.thumbnail());
        assertThat(large.getWidth()).isEqualTo(2_560);
        assertThat(thumbnail.getWidth()).isEqualTo(400);
        assertThat(thumbnail.getHeight()).isEqualTo(267);
        assertCorners(thumbnail, Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void blowsNothingUp() {
        Developed developed = develop(TestPictures.jpeg(60, 40));
        assertThat(developed.width()).isEqualTo(60);
        assertThat(TestPictures.read(developed.thumbnail()).getHeight()).isEqualTo(40);
    }

    @Test
    void keepsALineOfASinglePixel() {
        Developed developed = develop(TestPictures.png(6_000, 2));
        assertThat(developed.width()).isEqualTo(2_560);
        assertThat(developed.height()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
            "1, RED GREEN BLUE YELLOW", "2, GREEN RED YELLOW BLUE", "3, YELLOW BLUE GREEN RED",
            "4, BLUE YELLOW RED GREEN", "5, RED BLUE GREEN YELLOW", "6, BLUE RED YELLOW GREEN",
            "7, YELLOW GREEN BLUE RED", "8, GREEN YELLOW RED BLUE", "9, RED GREEN BLUE YELLOW"
    })
    void turnsThePictureAsThePhoneWasHeld(int orientation, String corners) {
        Developed developed = develop(TestPictures.jpegOfAPhone(80, 60, orientation, 113.38, 35.1));
        boolean lying = orientation >= 5 && orientation <= 8;
        assertThat(developed.width()).isEqualTo(lying ? 60 : 80);
        assertThat(developed.height()).isEqualTo(lying ? 80 : 60);
        assertCorners(TestPictures.read(developed.large()),
                Arrays.stream(corners.split(" ")).map(DevelopingTests::colour).toArray(Color[]::new));
    }

    @Test
    void tellsThePositionAndKeepsNoneOfIt() {
        byte[] file = TestPictures.jpegOfAPhone(80, 60, 1, 113.381234, 35.104321);
        assertThat(text(file)).contains("Exif", "TestPhone");
        Developed developed = develop(file);
        PhotoOrigin origin = Objects.requireNonNull(developed.origin());
        assertThat(origin.longitude()).isCloseTo(113.381234, within(1e-6));
        assertThat(origin.latitude()).isCloseTo(35.104321, within(1e-6));
        for (byte[] kept : new byte[][]{developed.large(), developed.thumbnail()}) {
            assertThat(text(kept)).doesNotContain("Exif", "TestPhone", "II*");
            assertThat(Exif.of(kept, PhotoType.JPEG)).isEqualTo(new Exif(1, null));
        }
    }

    @Test
    void takesAPictureWhoseExifIsBroken() {
        byte[] file = TestPictures.jpegOfAPhone(80, 60, 6, 113.38, 35.1);
        Arrays.fill(file, 20, 60, (byte) 0xff);
        assertThat(develop(file).origin()).isNull();
    }

    @Test
    void keepsNothingOfWhatFollowsThePicture() {
        String more = "PK\u0003\u0004evil.class<html><script>alert(1)</script></html>";
        for (byte[] picture : new byte[][]{TestPictures.jpeg(80, 60), TestPictures.png(80, 60),
                TestPictures.webp()}) {
            Developed developed = develop(TestPictures.followedBy(picture, more));
            assertThat(text(developed.large()) + text(developed.thumbnail()))
                    .doesNotContain("PK\u0003\u0004", "evil", "script", "html");
        }
    }

    @Test
    void makesTheSameOfTheSameFile() {
        assertThat(develop(TestPictures.jpeg(80, 60)).sha256()).isEqualTo(develop(TestPictures.jpeg(80, 60)).sha256())
                .isNotEqualTo(develop(TestPictures.jpeg(60, 80)).sha256());
    }

    @Test
    void readsWebP() {
        Developed developed = develop(TestPictures.webp());
        assertThat(developed.width()).isEqualTo(64);
        assertThat(developed.height()).isEqualTo(48);
        assertCorners(TestPictures.read(developed.large()), Color.RED, Color.BLUE, Color.RED, Color.BLUE);
    }

    @Test
    void readsPngOfEveryKindAndPutsItOnWhite() {
        for (int type : new int[]{BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR}) {
            assertThat(develop(TestPictures.file(TestPictures.painted(40, 30, type), "png")).width()).isEqualTo(40);
        }
        byte[] transparent = TestPictures.file(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(TestPictures.read(develop(transparent).large()).getRGB(10, 10)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void refusesPicturesThatWereCutOff() {
        for (byte[] picture : new byte[][]{TestPictures.jpeg(400, 300), TestPictures.png(400, 300),
                TestPictures.webp()}) {
            for (int left : new int[]{picture.length - picture.length / 3, picture.length / 2, 20, 12}) {
                assertRefused(Arrays.copyOf(picture, left), "文件不完整或者已经损坏");
            }
        }
    }

    @Test
    void refusesABombByItsHeader() {
        byte[] bomb = TestPictures.pngThatClaims(8_000, 5_000);
        assertThat(bomb).hasSizeLessThan(1_000);
        assertRefused(bomb, "像素太多（8000×5000），最多 3600 万像素");
        assertRefused(TestPictures.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE), "像素太多");
    }

    @Test
    void refusesAFileOverTheCapWhateverItIs() {
        assertRefused(TestPictures.followedBy(TestPictures.jpeg(80, 60), " ".repeat(1 << 20)), "超过了 1 MB");
        assertRefused(new byte[2 << 20], "超过了 1 MB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ....ftypheic....mif1heic | 这是 HEIC 格式。请在手机的相机设置里把格式改为“兼容性最佳”
            ....ftypmif1....heic     | 这是 HEIC 格式
            ....ftypisom....mp42     | 这是视频或者其他格式
            ....ftyp                 | 这是视频或者其他格式
            <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | 这是 SVG 图形或者网页
            <?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg>&e;</svg> | 这是 SVG 图形或者网页
            GIF89a..............     | 这是 GIF 动图
            %PDF-1.7                 | 这是 PDF 文件
            RIFF....WAVEfmt          | 这不是照片
            BM..............         | 这不是照片
            照片                      | 这不是照片
            ''                       | 这个文件是空的
            """)
    void refusesWhatIsNoPhotographInWordsThatHelp(String content, String words) {
        assertRefused(content.getBytes(UTF_8), words);
    }

    private void assertRefused(byte[] file, String words) {
        assertThatThrownBy(() -> develop(file)).isInstanceOf(PhotoRefusedException.class)
                .hasMessageStartingWith(words);
    }

    private Developed develop(byte[] file) {
        return developing.develop(new PhotoUpload(new ByteArrayResource(file)));
    }

    private static void assertCorners(BufferedImage image, Color... wanted) {
        int right = image.getWidth() - 4;
        int bottom = image.getHeight() - 4;
        int[][] corners = {{3, 3}, {right, 3}, {3, bottom}, {right, bottom}};
        for (int i = 0; i < corners.length; i++) {
            Color found = new Color(image.getRGB(corners[i][0], corners[i][1]));
            assertThat(new int[]{found.getRed() / 128, found.getGreen() / 128, found.getBlue() / 128})
                    .as("corner %d", i)
                    .containsExactly(wanted[i].getRed() / 128, wanted[i].getGreen() / 128, wanted[i].getBlue() / 128);
        }
    }

    private static Color colour(String name) {
        return switch (name) {
            case "RED" -> Color.RED;
            case "GREEN" -> Color.GREEN;
            case "BLUE" -> Color.BLUE;
            default -> Color.YELLOW;
        };
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
