package io.gridloop.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns that an import understands, each with its English and its Chinese heading. */
enum Column {
    MESSAGE_ID("message_id", "编号"),
    RECEIVED_AT("received_at", "受理时间"),
    SUBJECT("subject", "标题"),
    DETAIL("detail", "内容"),
    CATEGORY("category", "类别"),
    GRID("grid", "网格"),
    LONGITUDE("longitude", "经度"),
    LATITUDE("latitude", "纬度"),
    NAME("name", "姓名"),
    CONTACT("contact", "联系方式");

    private final String heading;
    private final String label;

    Column(String heading, String label) {
        this.heading = heading;
        this.label = label;
    }

    /** The Chinese heading, used in messages. */
    String label() {
        return label;
    }

    /** Both headings, for a message that names a missing column. */
    String headings() {
        return heading + "（" + label + "）";
    }

    /** The column with this heading, whatever its case and the blanks around it. */
    static Optional<Column> of(String heading) {
        String wanted = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(wanted) || column.label.equals(wanted))
                .findFirst();
    }
}
