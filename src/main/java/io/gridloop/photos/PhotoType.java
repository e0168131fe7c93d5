package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** The files that are taken, told apart by their first bytes. */
enum PhotoType {
    JPEG("jpeg", "\u00ff\u00d8\u00ff"), PNG("png", "\u0089PNG\r\n\u001a\n"), WEBP("webp", "RIFF....WEBP");

    private final String format;
    private final String signature;

    PhotoType(String format, String signature) {
        this.format = format;
        this.signature = signature;
    }

    /**
     * The type of a file.
     *
     * @throws PhotoRefusedException when it is none of them
     */
    static PhotoType of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.fits(content)).findFirst()
                .orElseThrow(() -> new PhotoRefusedException(ForeignFile.words(content)));
    }

    /** Its name in ImageIO. */
    String format() {
        return format;
    }

    private boolean fits(byte[] content) {
        return startsWith(content, signature);
    }

    /** Whether a file begins with these bytes, each one given as a character; a dot stands for any byte. */
    static boolean startsWith(byte[] content, String signature) {
        byte[] wanted = signature.getBytes(ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= content.length || (wanted[i] != '.' && wanted[i] != content[i])) {
                return false;
            }
        }
        return true;
    }
}
