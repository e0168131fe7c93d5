package io.gridloop.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of an uploaded file. Only UTF-8 and GB18030 are read, both strictly: a guess would fill the record of truth
 * with broken characters that nobody can mend later.
 */
final class FileText {

    private static final String UNKNOWN = "文件编码无法识别，请另存为 UTF-8 或 GB18030";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

    private FileText() {}

    /**
     * Reads a file as text.
     *
     * @throws ImportRefused when the bytes are neither UTF-8 nor GB18030, or are a workbook
     */
    static String of(byte[] content) {
        if (startsWith(content, ZIP_MARK)) {
            throw new ImportRefused("这是 Excel 工作簿，不是 CSV。请在 Excel 里另存为“CSV UTF-8”后再导入");
        }
        if (startsWith(content, UTF_8_MARK)) {
            byte[] text = Arrays.copyOfRange(content, UTF_8_MARK.length, content.length);
            return strict(text, StandardCharsets.UTF_8).orElseThrow(() -> new ImportRefused(UNKNOWN));
        }
        return strict(content, StandardCharsets.UTF_8)
                .or(() -> gb18030(content))
                .filter(text -> !firstLine(text).contains("\0"))
                .orElseThrow(() -> new ImportRefused(UNKNOWN));
    }

    private static Optional<String> gb18030(byte[] content) {
        return isDamagedUtf8(content)
                ? Optional.empty()
                : strict(content, GB18030).filter(text -> text.codePoints().noneMatch(FileText::isPrivate));
    }

    private static Optional<String> strict(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * UTF-8 in which a byte or two broke often "is" GB18030 as well, of other characters. Real GB18030 text read as
     * UTF-8 fails at nearly every character, so few failures mean damage.
     */
    private static boolean isDamagedUtf8(byte[] content) {
        String lenient = new String(content, StandardCharsets.UTF_8);
        long foreign = lenient.chars().filter(c -> c > 0x7F).count();
        long failed = lenient.chars().filter(c -> c == 0xFFFD).count();
        return failed * 5 < foreign;
    }

    private static boolean isPrivate(int codePoint) {
        return Character.getType(codePoint) == Character.PRIVATE_USE;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
