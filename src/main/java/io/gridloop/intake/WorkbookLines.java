package io.gridloop.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** The rows of the first sheet of an XLSX workbook that is not hidden; empty rows are left out. */
final class WorkbookLines implements Lines {

    private static final int MOST_COLUMNS = 200;

    private final Path copy;
    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private int width;
    private int timeColumn = -1;

    private WorkbookLines(Path copy, ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.copy = copy;
        this.workbook = workbook;
        this.rows = sheet.openStream().iterator();
    }

    /** @throws ImportRefused when it is no workbook, or one that cannot be read without harm */
    static WorkbookLines open(InputStreamSource content) throws IOException {
        // A workbook is read in the order of its directory, which stands at its end.
        Path copy = Files.createTempFile("gridloop-import", ".xlsx");
        try {
            try (InputStream bytes = content.getInputStream()) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return open(copy);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static WorkbookLines open(Path copy) {
        try {
            WorkbookGate.check(copy);
            ReadableWorkbook workbook = new ReadableWorkbook(copy.toFile());
            Sheet sheet = workbook.getSheets().filter(it -> it.getVisibility() == SheetVisibility.VISIBLE).findFirst()
                    .orElseThrow(() -> new ImportRefused("工作簿里没有可见的工作表"));
            return new WorkbookLines(copy, workbook, sheet);
        } catch (ImportRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    @Override
    public @Nullable Line next() {
        try {
            while (rows.hasNext()) {
                Line line = line(rows.next());
                if (line.values().stream().anyMatch(value -> !value.isBlank())) {
                    return line;
                }
            }
            return null;
        } catch (RuntimeException e) {
            // The reader throws whatever a damaged file leads it to.
            throw unreadable();
        }
    }

    /** The first row decides how wide the sheet is; rows are as short as their last cell. */
    private Line line(Row row) {
        if (width == 0) {
            return header(row);
        }
        List<String> values = new ArrayList<>(width);
        String problem = null;
        for (int i = 0; i < Math.max(width, Math.min(row.getCellCount(), MOST_COLUMNS)); i++) {
            WorkbookCell cell = WorkbookCell.of(row, i, i == timeColumn, workbook.isDate1904());
            values.add(cell.text());
            problem = problem == null ? cell.problem() : problem;
        }
        while (values.size() > width && values.getLast().isBlank()) {
            values.removeLast();
        }
        return new Line(row.getRowNum(), values, problem);
    }

    private Line header(Row row) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            headings.add(WorkbookCell.of(row, i, false, workbook.isDate1904()).text());
        }
        while (!headings.isEmpty() && headings.getLast().isBlank()) {
            headings.removeLast();
        }
        width = headings.size();
        for (int i = 0; i < width; i++) {
            if (Column.of(headings.get(i)).filter(it -> it == Column.RECEIVED_AT).isPresent()) {
                timeColumn = i;
            }
        }
        return new Line(row.getRowNum(), headings, null);
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static ImportRefused unreadable() {
        return new ImportRefused("Excel 文件已损坏，请在 Excel 里打开，另存后再导入");
    }
}
