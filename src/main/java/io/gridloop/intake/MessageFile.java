package io.gridloop.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.InputStreamSource;

/** Knows what kind of file somebody brought, by its content: names lie. */
final class MessageFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int LOOKED_AT = 64;

    private MessageFile() {}

    /**
     * Opens a CSV text or an XLSX workbook.
     *
     * @throws ImportRefused when it is something else; the reason says what, and what to do
     */
    static Lines open(InputStreamSource content) {
        try {
            byte[] start = start(content);
            if (startsWith(start, ZIP)) {
                return WorkbookLines.open(content);
            }
            if (startsWith(start, OLE2)) {
                throw new ImportRefused("这是旧版 Excel（.xls）或者加了密码的工作簿。请在 Excel 里去掉密码，另存为“Excel 工作簿（.xlsx）”后再导入");
            }
            if (isMarkup(start)) {
                throw new ImportRefused("这是网页或 XML 文件，只是改了名字。请在 Excel 里打开，另存为“Excel 工作簿（.xlsx）”后再导入");
            }
            return new CsvLines(FileText.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] start(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            return bytes.readNBytes(LOOKED_AT);
        }
    }

    private static boolean isMarkup(byte[] start) {
        return new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
