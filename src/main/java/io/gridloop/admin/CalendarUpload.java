package io.gridloop.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an administrator sent.
 *
 * @param target a year, or the code of a unit
 * @param text what was pasted
 * @param file what was uploaded; counts before the text
 */
record CalendarUpload(@Nullable String target, @Nullable String text, @Nullable MultipartFile file) {

    private static final int MOST_BYTES = 200_000;

    /** @throws FormProblem when it is too long or no text */
    String content() {
        if (file != null && !file.isEmpty()) {
            return decode(bytes(file));
        }
        var pasted = text == null ? "" : text;
        if (pasted.length() > MOST_BYTES) {
            throw new FormProblem("内容太长，一份日历最多1000行。");
        }
        return pasted;
    }

    private static byte[] bytes(MultipartFile file) {
        if (file.getSize() > MOST_BYTES) {
            throw new FormProblem("文件太大，一份日历最多1000行。");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Excel in Chinese saves GB18030 unless told otherwise. */
    private static String decode(byte[] bytes) {
        for (var charset : new Charset[]{StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // The next one.
            }
        }
        throw new FormProblem("文件编码无法识别，请另存为 UTF-8 的 CSV 或 JSON。");
    }
}
