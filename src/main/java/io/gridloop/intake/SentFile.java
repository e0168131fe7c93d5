package io.gridloop.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.StreamUtils;

/**
 * A file on its way in, on disk: a slow phone neither fills the memory nor keeps others from their turn.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
public record SentFile(Path path, String digest) implements AutoCloseable {

    /**
     * Takes a file in as it comes.
     *
     * @param most bytes that are read; of a larger file nothing else is wanted than that it is too large
     */
    public static SentFile of(InputStream content, long most) throws IOException {
        Path path = Files.createTempFile("gridloop-queued-", ".part");
        try (OutputStream file = Files.newOutputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StreamUtils.copyRange(new DigestInputStream(content, digest), file, 0, most - 1);
            return new SentFile(path, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
