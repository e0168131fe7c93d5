package io.gridloop.cases;

import io.gridloop.clock.WorkingCalendar;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** What answers a {@link Question}: the data types of an attribute in Open311 GeoReport v2 (wiki.open311.org). */
public enum AnswerKind {
    SINGLE_CHOICE("singlevaluelist"),
    SEVERAL_CHOICES("multivaluelist"),
    LINE("string"),
    NUMBER("number"),
    TIME("datetime"),
    TEXT("text");

    /** Longest line, in characters. */
    public static final int LONGEST_LINE = 100;
    /** Longest text, in characters. */
    public static final int LONGEST_TEXT = 500;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final String datatype;

    AnswerKind(String datatype) {
        this.datatype = datatype;
    }

    /** The specification's word. */
    public String datatype() {
        return datatype;
    }

    /** Whether it is answered by choosing. */
    public boolean isChoice() {
        return this == SINGLE_CHOICE || this == SEVERAL_CHOICES;
    }

    /** The kind with this word of the specification; nothing for any other. */
    static Optional<AnswerKind> of(String datatype) {
        return Arrays.stream(values()).filter(it -> it.datatype.equals(datatype)).findFirst();
    }

    /** Why something typed is no answer of this kind, in Chinese; choices are not looked at. */
    Optional<String> problem(String typed) {
        return switch (this) {
            case LINE -> typed.contains("\n") ? Optional.of("请写成一行") : PlainText.problem(typed, LONGEST_LINE);
            case TEXT -> PlainText.problem(typed, LONGEST_TEXT);
            case NUMBER -> Problems.unless(typed.matches("\\d{1,12}([.]\\d{1,4})?"), "请填数字，例如 3 或 1200.5，不带单位");
            case TIME -> Problems.unless(time(typed).isPresent(), "请填日期和时间，例如 2026-11-28T22:30");
            case SINGLE_CHOICE, SEVERAL_CHOICES -> Optional.empty();
        };
    }

    /** A good answer as people read it; times in the county's zone. */
    String words(String typed) {
        return this == TIME ? time(typed).map(SHOWN::format).orElse(typed) : typed;
    }

    /** Browsers send local time, programs the W3C format with a zone. */
    private static Optional<LocalDateTime> time(String typed) {
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(typed, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(read instanceof OffsetDateTime zoned
                    ? zoned.atZoneSameInstant(WorkingCalendar.ZONE).toLocalDateTime()
                    : LocalDateTime.from(read)).filter(it -> it.getYear() >= 1900 && it.getYear() <= 2999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
