package io.gridloop.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What ties an entry to the one before it. */
final class Hash {

    private Hash() {}

    /** SHA-256 over each value with its length in front, so that no two entries give the same text. */
    static String of(long id, Instant at, String... texts) {
        var all = new StringBuilder().append(id).append(' ').append(at).append(' ');
        List.of(texts).forEach(text -> all.append(text.length()).append(':').append(text));
        return HexFormat.of().formatHex(sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
