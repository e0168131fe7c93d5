package io.gridloop.photos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a file: two JPEG files made anew, and for who brought it, where it was shot.
 *
 * @param width pixels of the large one
 * @param height pixels of the large one
 */
record Developed(byte[] large, byte[] thumbnail, int width, int height, @Nullable PhotoOrigin origin) {

    /** The picture of one size. */
    byte[] of(PhotoSize size) {
        return size == PhotoSize.LARGE ? large : thumbnail;
    }

    /** SHA-256 of the large one, in hexadecimal digits. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
