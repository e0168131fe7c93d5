package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, painted and put together here; each corner has a colour of its own. */
public final class TestPictures {

    /** 64 x 48 pixels, the left half red and the right half blue, lossy. */
    private static final String WEBP = "UklGRmgAAABXRUJQVlA4IFwAAAAwBACdASpAADAAPtFgqU4oJaQiKqgBABoJYwDPGqT8gABZjxs9Yyxn9AAA/us2"
            + "/+6CNLPFf/0JPk79Cv5MawJ+6G//0mzlH/GC+ZH4rSblNX4AybLfPDNd+AAAAA==";

    private static final int PNG_HEADER = 16;

    private TestPictures() {}

    /** A picture whose corners are red (top left), green (top right), blue (bottom left) and yellow. */
    static BufferedImage painted(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        Color[] corners = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < corners.length; i++) {
            canvas.setColor(corners[i]);
            canvas.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        canvas.dispose();
        return image;
    }

    /** A JPEG file of {@link #painted}. */
    public static byte[] jpeg(int width, int height) {
        return file(painted(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** A PNG file of {@link #painted}. */
    public static byte[] png(int width, int height) {
        return file(painted(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A small WebP file. */
    public static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** A small PNG file whose header claims to be so large; its checksum is right. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] file = png(8, 8);
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(PNG_HEADER, width).putInt(PNG_HEADER + 4, height);
        CRC32 checksum = new CRC32();
        checksum.update(file, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return file;
    }

    /** A JPEG file with the EXIF segment of a phone: its maker, how it was held and where it was. */
    public static byte[] jpegOfAPhone(int width, int height, int orientation, double longitude, double latitude) {
        byte[] plain = jpeg(width, height);
        byte[] tiff = tiff(orientation, longitude, latitude);
        ByteBuffer file = ByteBuffer.allocate(plain.length + tiff.length + 10);
        file.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (tiff.length + 8));
        file.put("Exif\0\0".getBytes(US_ASCII)).put(tiff).put(plain, 2, plain.length - 2);
        return file.array();
    }

    /** A picture with something behind its end. */
    public static byte[] followedBy(byte[] picture, String more) {
        byte[] both = Arrays.copyOf(picture, picture.length + more.length());
        System.arraycopy(more.getBytes(ISO_8859_1), 0, both, picture.length, more.length());
        return both;
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** As TIFF 6.0 and EXIF 2.32 have it: two directories, then what does not fit into their entries. */
    private static byte[] tiff(int orientation, double longitude, double latitude) {
        ByteBuffer tiff = ByteBuffer.allocate(180).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(US_ASCII)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010f, 2, 12, 160);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 50);
        tiff.putInt(0).position(50).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 110);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 134);
        tiff.putInt(0).position(110);
        degrees(tiff, latitude);
        degrees(tiff, longitude);
        tiff.position(160).put("TestPhone 1\0".getBytes(US_ASCII));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        double minutes = (degrees - whole) * 60;
        tiff.putInt(whole).putInt(1).putInt((int) minutes).putInt(1);
        tiff.putInt((int) Math.round((minutes - (int) minutes) * 60_000)).putInt(1_000);
    }
}
