package io.gridloop.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Times as people and other systems write them; without an offset they are Asia/Shanghai. */
final class ReceivedAt {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final String[] PATTERNS = {
            "uuuu-M-d'T'H:mm[:ss][.SSSSSS][.SSS][XXX]", "uuuu-M-d[ H:mm[:ss]][ XXX]", "uuuu/M/d[ H:mm[:ss]]",
            "uuuu年M月d日[ H:mm[:ss]]"
    };
    private static final DateTimeFormatter FORMAT = format();

    private ReceivedAt() {}

    /**
     * Reads a time such as {@code 2026-11-02T08:30:00}, {@code 2026-11-02T08:30:00+08:00} or {@code 2026/11/2 8:30}.
     *
     * @throws RowProblem when it is no time, lies before 1990 or after {@code now}
     */
    static Instant of(String text, Instant now) {
        Instant at = parse(text);
        if (at.isAfter(now)) {
            throw new RowProblem(Column.RECEIVED_AT, "受理时间在将来：" + shortened(text));
        }
        if (at.isBefore(EARLIEST.atStartOfDay(SHANGHAI).toInstant())) {
            throw new RowProblem(Column.RECEIVED_AT, "受理时间早于 1990 年：" + shortened(text));
        }
        return at;
    }

    private static Instant parse(String text) {
        try {
            TemporalAccessor time = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (time) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(SHANGHAI).toInstant();
                default -> LocalDate.from(time).atStartOfDay(SHANGHAI).toInstant();
            };
        } catch (DateTimeParseException e) {
            throw new RowProblem(Column.RECEIVED_AT, "时间无法识别（例 2026-11-02T08:30:00）：" + shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static DateTimeFormatter format() {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (String pattern : PATTERNS) {
            builder.appendOptional(DateTimeFormatter.ofPattern(pattern));
        }
        return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }
}
