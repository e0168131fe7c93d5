package io.gridloop.photos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes pixels of a file whose type is known, after a look at what its header asks for. */
final class Decoding {

    private static final long MOST_BYTES = 48_000_000;
    // Cameras need ten; a file may ask for thousands, each over the whole picture.
    private static final int MOST_PASSES = 20;

    private Decoding() {}

    /**
     * The picture; a very large one with every second or third pixel only, so that it takes no more than 48 MB.
     *
     * @param mostPixels width times height at most
     * @throws PhotoRefusedException when it has more pixels, which is found out without decoding any
     * @throws IOException when the file is damaged
     */
    static BufferedImage decode(byte[] content, PhotoType type, long mostPixels) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            refuseTooManyPixels(reader, mostPixels);
            return decode(reader);
        } finally {
            reader.dispose();
        }
    }

    private static void refuseTooManyPixels(ImageReader reader, long mostPixels) throws IOException {
        if (pixels(reader) > mostPixels) {
            throw new PhotoRefusedException("像素太多（%d×%d），最多 %d 万像素，请缩小后再选".formatted(
                    reader.getWidth(0), reader.getHeight(0), mostPixels / 10_000));
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        AtomicBoolean cutOff = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (isCutOff(warning)) {
                cutOff.set(true);
            }
        });
        ImageReadParam how = reader.getDefaultReadParam();
        int step = step(reader);
        how.setSourceSubsampling(step, step, 0, 0);
        how.setSourceProgressivePasses(0, MOST_PASSES);
        BufferedImage image = reader.read(0, how);
        if (cutOff.get()) {
            throw new IIOException("The file ends before its picture does");
        }
        return image;
    }

    /** A JPEG that was cut off decodes all the same, grey from there on, and is only warned of. */
    private static boolean isCutOff(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("truncated") || words.contains("premature end");
    }

    private static int step(ImageReader reader) throws IOException {
        ImageTypeSpecifier layout = reader.getImageTypes(0).next();
        long bytes = pixels(reader) * layout.getNumBands() * layout.getBitsPerBand(0) / 8;
        return (int) Math.ceil(Math.sqrt((double) bytes / MOST_BYTES));
    }

    private static long pixels(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0);
    }
}
