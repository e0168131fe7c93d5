package io.gridloop.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A decoded picture on its way to a JPEG file; each step makes a new one. */
record Picture(BufferedImage image) {

    /** Scaled down until its longer side has so many pixels; halved as often as it takes, so that nothing flickers. */
    Picture within(int longestSide) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer > 2 * longestSide) {
            return drawn(.5).within(longestSide);
        }
        return drawn(Math.min(1, (double) longestSide / longer));
    }

    /** Turned and mirrored as an orientation of EXIF says, so that up is up. */
    Picture upright(int orientation) {
        boolean lying = orientation >= 5;
        double width = image.getWidth();
        double height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        return turn.isIdentity()
                ? this
                : drawn(turn, (int) (lying ? height : width), (int) (lying ? width : height));
    }

    /** A JPEG file of its pixels and nothing else. */
    byte[] jpeg(float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private Picture drawn(double scale) {
        return drawn(AffineTransform.getScaleInstance(scale, scale), scaled(image.getWidth(), scale),
                scaled(image.getHeight(), scale));
    }

    /** On white, where the picture is transparent. */
    private Picture drawn(AffineTransform how, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, how, null);
        canvas.dispose();
        return new Picture(drawn);
    }

    private static int scaled(int pixels, double scale) {
        return Math.max(1, (int) Math.round(pixels * scale));
    }
}
