package io.gridloop.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lets only workbooks through that are what they say: no bomb (everything is unpacked once and counted, because the
 * sizes written in a ZIP may lie), no document type (the door for entities), no column beyond XFD (the reader would
 * make room for all before it).
 */
final class WorkbookGate {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 400L << 20;
    /** The reader keeps all texts of a workbook in memory, two bytes for each Chinese character. */
    private static final long MOST_SHARED_CHARACTERS = 80_000_000;

    private final byte[] buffer = new byte[1 << 16];
    private long unpacked;

    private WorkbookGate() {}

    /**
     * @throws ImportRefused when it is no workbook, or one that cannot be read without harm
     * @throws IOException when it is damaged
     */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new WorkbookGate().check(zip);
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new ImportRefused("这是压缩文件，不是 Excel 工作簿（.xlsx）。请先解压，再导入里面的文件");
        }
        if (zip.size() > MOST_ENTRIES) {
            throw new ImportRefused("Excel 文件里的部件超过 " + MOST_ENTRIES + " 个，请另存为只有一张表的工作簿后再导入");
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            try (InputStream content = zip.getInputStream(entry)) {
                check(entry.getName(), content);
            }
        }
    }

    private void check(String name, InputStream content) throws IOException {
        SharedTexts texts = new SharedTexts(name.equals("xl/sharedStrings.xml"));
        Bytes bytes = new Bytes(name.startsWith("xl/worksheets/"));
        for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
            unpacked += read;
            texts.count(buffer, read);
            if (unpacked > MOST_BYTES || texts.characters > MOST_SHARED_CHARACTERS) {
                throw new ImportRefused("Excel 文件解开后太大，请分成几个文件，或者另存为 CSV 后再导入");
            }
            if (name.endsWith(".xml") && bytes.refused(buffer, read)) {
                throw new ImportRefused("Excel 文件含有不允许的内容，请在 Excel 里打开，另存后再导入");
            }
        }
    }

    /** How many characters the shared texts have; one may be written in three bytes, or as an entity in eight. */
    private static final class SharedTexts {

        private final boolean counted;
        private boolean entity;
        private long characters;

        private SharedTexts(boolean counted) {
            this.counted = counted;
        }

        private void count(byte[] bytes, int length) {
            for (int i = 0; counted && i < length; i++) {
                if (entity) {
                    entity = bytes[i] != ';';
                } else if ((bytes[i] & 0xC0) != 0x80) {
                    characters++;
                    entity = bytes[i] == '&';
                }
            }
        }
    }

    /** Looks for what may not be there, over the borders of what was read at a time. */
    private static final class Bytes {

        private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes();
        private static final byte[] ADDRESS = " r=\"".getBytes();
        private static final int MOST_LETTERS = 3;

        private final boolean sheet;
        private int doctype;
        private int address;
        private int letters;

        Bytes(boolean sheet) {
            this.sheet = sheet;
        }

        boolean refused(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                doctype = b == DOCTYPE[doctype] ? doctype + 1 : b == DOCTYPE[0] ? 1 : 0;
                if (doctype == DOCTYPE.length || sheet && tooFar(b)) {
                    return true;
                }
            }
            return false;
        }

        private boolean tooFar(byte b) {
            if (address == ADDRESS.length && b >= 'A' && b <= 'Z') {
                return ++letters > MOST_LETTERS;
            }
            letters = 0;
            address = address < ADDRESS.length && b == ADDRESS[address] ? address + 1 : b == ADDRESS[0] ? 1 : 0;
            return false;
        }
    }
}
