package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

class WorkbookTests {

    @TempDir
    private Path folder;

    @Test
    void readsDatesNumbersAndTextAsACsvFileWouldHoldThem() throws Exception {
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("留言");
            header(sheet);
            sheet.value(1, 0, 7);
            sheet.value(1, 1, LocalDateTime.of(2026, 11, 2, 8, 30));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 2, "路灯不亮\n已经三天");
            sheet.value(1, 3, 13_800_001_234L);
            sheet.value(2, 0, "a-8");
            sheet.value(2, 1, "2026/11/2 8:30");
            sheet.formula(2, 2, "1+1");
            sheet.value(5, 0, "9");
            sheet.value(5, 1, "2026-11-02");
            sheet.value(5, 2, "=cmd");
        });
        List<MessageRow> rows = rows(file);
        assertThat(rows).extracting(MessageRow::line).as("empty rows are left out").containsExactly(2L, 3L, 6L);
        assertThat(rows.get(0).values()).containsExactly("7", "2026-11-02T08:30:00", "路灯不亮\n已经三天", "13800001234");
        assertThat(rows.get(1).value(Column.RECEIVED_AT)).isEqualTo("2026/11/2 8:30");
        assertThat(rows.get(2).values()).containsExactly("9", "2026-11-02", "=cmd", "");
        assertThat(rows).extracting(MessageRow::problem).containsOnlyNulls();
    }

    @Test
    void readsTheFirstSheetThatIsNotHidden() throws Exception {
        byte[] file = workbook(book -> {
            book.newWorksheet("藏").setVisibilityState(VisibilityState.HIDDEN);
            Worksheet shown = book.newWorksheet("看");
            header(shown);
            shown.value(1, 0, "1");
            book.newWorksheet("后面").value(0, 0, "x");
        });
        assertThat(rows(file)).extracting(row -> row.value(Column.MESSAGE_ID)).containsExactly("1");
    }

    @Test
    void listsARowThatIsWiderThanItsHeader() throws Exception {
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("留言");
            header(sheet);
            sheet.value(1, 0, "1");
            sheet.value(1, 4, "多出来的");
        });
        assertThat(rows(file)).extracting(MessageRow::problem).containsExactly("应有 4 列，实有 5 列");
    }

    @Test
    void saysWhatAFileReallyIs() {
        refuses(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "旧版 Excel");
        refuses("\uFEFF <html><table></table></html>".getBytes(StandardCharsets.UTF_8), "这是网页");
        refuses(zip("word/document.xml", "<x/>"), "这是压缩文件，不是 Excel");
        refuses(new byte[]{'P', 'K', 3, 4, 20, 0}, "Excel 文件已损坏");
    }

    @Test
    void refusesAWorkbookThatWasCutOff() throws Exception {
        byte[] file = workbook(book -> header(book.newWorksheet("留言")));
        refuses(Arrays.copyOf(file, file.length / 2), "Excel 文件已损坏");
    }

    @Test
    void refusesABombWithoutUnpackingAllOfIt() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 600; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).as("small on the outside").isLessThan(1 << 20);
        refuses(bomb.toByteArray(), "解开后太大");
    }

    @Test
    void refusesDocumentTypesAndColumnsThatDoNotExist() throws Exception {
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("留言");
            header(sheet);
        });
        refuses(changed(file, "<worksheet", "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet"), "不允许的内容");
        refuses(changed(file, " r=\"A1\"", " r=\"FXSHRXW1\""), "不允许的内容");
    }

    @Test
    void neverFailsOnDamagedBytesWithoutAWord() throws Exception {
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("留言");
            header(sheet);
            for (int i = 1; i < 200; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 2, "内容" + i);
            }
        });
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = file.clone();
            for (int j = 0; j < 8; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                MessageTable.count(new ByteArrayResource(damaged));
            } catch (ImportRefused e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
    }

    @Test
    void takesAHundredThousandMessages() throws Exception {
        var messages = new GeneratedMessages(2);
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("留言");
            write(sheet, 0, GeneratedMessages.HEADER);
            for (int row = 1; row <= 100_000; row++) {
                write(sheet, row, messages.row(row - 1));
            }
        });
        assertThat(MessageTable.count(new ByteArrayResource(file))).isEqualTo(100_000);
    }

    private static void write(Worksheet sheet, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
        }
    }

    private static void header(Worksheet sheet) {
        sheet.value(0, 0, "编号");
        sheet.value(0, 1, "受理时间");
        sheet.value(0, 2, "内容");
        sheet.value(0, 3, "联系方式");
    }

    static byte[] workbook(Consumer<Workbook> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** The workbook with a change in its sheet. */
    private byte[] changed(byte[] file, String from, String to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path copy = Files.write(folder.resolve("copy.xlsx"), file);
        try (ZipFile in = new ZipFile(copy.toFile()); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                String written = entry.getName().startsWith("xl/worksheets/") ? content.replace(from, to) : content;
                out.write(written.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static List<MessageRow> rows(byte[] file) throws IOException {
        try (MessageTable table = MessageTable.open(new ByteArrayResource(file))) {
            return table.next(100);
        }
    }

    private static void refuses(byte[] file, String reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> MessageTable.count(new ByteArrayResource(file)))
                .withMessageContaining(reason);
    }
}
