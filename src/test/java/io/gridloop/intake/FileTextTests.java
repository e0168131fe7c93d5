package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class FileTextTests {

    private static final String TEXT = "编号,内容\n1,路口的井盖坏了，请尽快修理\n";

    @Test
    void readsUtf8WithAndWithoutAMark() throws Exception {
        assertThat(read(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void readsGb18030WithRareCharacters() throws Exception {
        String rare = TEXT + "2,㐀𠀀街道\n";
        assertThat(read(rare.getBytes(Charset.forName("GB18030")))).isEqualTo(rare);
    }

    @Test
    void refusesOtherEncodings() {
        refuses(TEXT.getBytes(UTF_16LE), "文件编码无法识别，请另存为 UTF-8 或 GB18030");
        refuses(("\uFEFF" + TEXT).getBytes(UTF_16LE), "文件编码无法识别，请另存为 UTF-8 或 GB18030");
        refuses(new byte[]{'a', ',', (byte) 0xFF, (byte) 0xFF}, "文件编码无法识别，请另存为 UTF-8 或 GB18030");
    }

    @Test
    void refusesUtf8InWhichAByteBroke() {
        byte[] bytes = TEXT.getBytes(UTF_8);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(bytes, 0, 20);
        damaged.write(bytes, 21, bytes.length - 21);
        refuses(damaged.toByteArray(), "文件编码无法识别，请另存为 UTF-8 或 GB18030");
    }

    private static String read(byte[] content) throws IOException {
        try (Reader text = FileText.of(new ByteArrayResource(content)).open()) {
            StringWriter read = new StringWriter();
            text.transferTo(read);
            return read.toString();
        }
    }

    private static void refuses(byte[] content, String reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> read(content))
                .withMessage(reason);
    }
}
