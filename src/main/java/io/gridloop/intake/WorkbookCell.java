package io.gridloop.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a workbook as the text that a CSV file would hold.
 *
 * @param problem what is wrong with it, in Chinese; null when nothing is
 */
record WorkbookCell(String text, @Nullable String problem) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LATEST = BigDecimal.valueOf(2_958_465);
    private static final WorkbookCell EMPTY = new WorkbookCell("", null);

    /** @param time whether a number in it is a time: days since the workbook's day zero */
    static WorkbookCell of(Row row, int column, boolean time, boolean since1904) {
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        String raw = cell == null ? null : cell.getRawValue();
        if (cell == null || raw == null) {
            return EMPTY;
        }
        if (cell.getType() == CellType.ERROR || raw.startsWith("#") && cell.getType() == CellType.FORMULA) {
            return new WorkbookCell(raw, "第 " + (column + 1) + " 列的单元格里是错误值 " + raw);
        }
        BigDecimal number = number(cell);
        if (number == null) {
            return new WorkbookCell(text(cell, raw), null);
        }
        boolean day = time && number.signum() >= 0 && number.compareTo(LATEST) <= 0;
        return new WorkbookCell(day ? time(number, since1904) : number.toPlainString(), null);
    }

    private static String text(Cell cell, String raw) {
        return switch (cell.getValue()) {
            case String text -> text;
            case Boolean yes -> yes ? "TRUE" : "FALSE";
            case null, default -> raw;
        };
    }

    private static @Nullable BigDecimal number(Cell cell) {
        return cell.getValue() instanceof BigDecimal number && number.precision() - number.scale() <= 40
                ? (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros())
                : null;
    }

    private static String time(BigDecimal days, boolean since1904) {
        LocalDate zero = since1904 ? DAY_ZERO_1904 : DAY_ZERO;
        long seconds = days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        LocalDateTime time = zero.atStartOfDay().plusSeconds(seconds);
        return TIME.format(time);
    }
}
