package io.gridloop.cases;

import java.time.Duration;
import java.time.Instant;

/** How far away a deadline is, in words. */
final class Spans {

    private Spans() {}

    /** As 还剩2天3小时 or 已超时5分钟. */
    static String words(Instant now, Instant dueAt) {
        return now.isBefore(dueAt)
                ? "还剩" + words(Duration.between(now, dueAt))
                : "已超时" + words(Duration.between(dueAt, now));
    }

    private static String words(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + "天" + span.toHoursPart() + "小时";
        }
        return span.toHours() > 0 ? span.toHours() + "小时" + span.toMinutesPart() + "分钟" : span.toMinutes() + "分钟";
    }
}
