package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class FileTextTests {

    private static final String TEXT = "编号,内容\n1,路口的井盖坏了，请尽快修理\n";

    @Test
    void readsUtf8WithAndWithoutAMark() {
        assertThat(FileText.of(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
        assertThat(FileText.of(("\uFEFF" + TEXT).getBytes(UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void readsGb18030WithRareCharacters() {
        String rare = TEXT + "2,㐀𠀀街道\n";
        assertThat(FileText.of(rare.getBytes(Charset.forName("GB18030")))).isEqualTo(rare);
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

    @Test
    void refusesAWorkbook() {
        refuses(new byte[]{'P', 'K', 3, 4, 20, 0}, "这是 Excel 工作簿，不是 CSV。请在 Excel 里另存为“CSV UTF-8”后再导入");
    }

    private static void refuses(byte[] content, String reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> FileText.of(content))
                .withMessage(reason);
    }
}
