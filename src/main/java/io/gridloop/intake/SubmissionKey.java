package io.gridloop.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keys that tell one submission from another, and make the same one sent twice a single case. */
public final class SubmissionKey {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private SubmissionKey() {}

    static boolean isValid(String key) {
        return UUID.matcher(key).matches();
    }

    /**
     * The key of a form. It holds the content too: who goes back in the browser and writes something else on the same
     * page sends a second report, which must not vanish behind the receipt of the first.
     *
     * @param photos what tells its photographs from others; empty without any
     */
    static String ofForm(String prefix, ReportForm form, String photos) {
        return prefix + ":" + form.submissionKey() + ":" + sha256((form + photos).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /** The key of an imported row: its number in the system it came from. */
    static String ofRow(String source, String messageId) {
        return "import:" + source + ":" + messageId;
    }

    /** The digest of a content that is read to its end, in hexadecimal digits. */
    public static String sha256(InputStream content) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of a content, in hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
