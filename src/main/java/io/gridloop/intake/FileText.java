package io.gridloop.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.InputStreamSource;

/**
 * The text of an uploaded file. Only UTF-8 and GB18030 are read, both strictly: a guess would fill the record of truth
 * with broken characters that nobody can mend later. The file is read through to find out, but never held in memory.
 */
final class FileText {

    private static final String UNKNOWN = "文件编码无法识别，请另存为 UTF-8 或 GB18030";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStreamSource content;
    private final Charset charset;

    private FileText(InputStreamSource content, Charset charset) {
        this.content = content;
        this.charset = charset;
    }

    /**
     * Finds out how a file is encoded.
     *
     * @throws ImportRefused when the bytes are neither UTF-8 nor GB18030
     */
    static FileText of(InputStreamSource content) throws IOException {
        FileText utf8 = new FileText(content, StandardCharsets.UTF_8);
        if (utf8.decodes()) {
            return utf8;
        }
        FileText gb18030 = new FileText(content, GB18030);
        if (hasMark(content) || isDamagedUtf8(content) || !gb18030.decodes()) {
            throw new ImportRefused(UNKNOWN);
        }
        return gb18030;
    }

    /** The text from its beginning, without the byte order mark. */
    Reader open() throws IOException {
        InputStream bytes = new BufferedInputStream(content.getInputStream());
        bytes.mark(UTF_8_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(UTF_8_MARK.length), UTF_8_MARK)) {
            bytes.reset();
        }
        return new InputStreamReader(bytes, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean decodes() throws IOException {
        char[] buffer = new char[8192];
        boolean firstLine = true;
        try (Reader text = open()) {
            for (int read = text.read(buffer); read > 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (firstLine && buffer[i] == '\0' || charset == GB18030 && isPrivate(buffer[i])) {
                        return false;
                    }
                    firstLine &= buffer[i] != '\n';
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * UTF-8 in which a byte or two broke often "is" GB18030 as well, of other characters. Real GB18030 text read as
     * UTF-8 fails at nearly every character, so few failures mean damage.
     */
    private static boolean isDamagedUtf8(InputStreamSource content) throws IOException {
        long foreign = 0;
        long failed = 0;
        char[] buffer = new char[8192];
        try (Reader lenient = new InputStreamReader(content.getInputStream(), StandardCharsets.UTF_8)) {
            for (int read = lenient.read(buffer); read > 0; read = lenient.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    foreign += buffer[i] > 0x7F ? 1 : 0;
                    failed += buffer[i] == 0xFFFD ? 1 : 0;
                }
            }
        }
        return failed * 5 < foreign;
    }

    private static boolean hasMark(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            return Arrays.equals(bytes.readNBytes(UTF_8_MARK.length), UTF_8_MARK);
        }
    }

    /** A private character of the basic plane, or the first half of one of the two private planes. */
    private static boolean isPrivate(char c) {
        return Character.getType(c) == Character.PRIVATE_USE || c >= 0xDB80 && c <= 0xDBFF;
    }
}
