package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open case past its deadline.
 *
 * @param category in Chinese
 * @param place the grid or address in Chinese, masked
 * @param late how long past, as 已超时2天3小时
 * @param handler unit, role and name; null when nobody is known
 * @param urged how often the supervisor urged
 * @param level the highest step of the ladder that its handler stands on; null when there is none
 * @param operateUrl its process instance in Operate; null when {@code gridloop.operate-url} or the instance is not known
 */
public record OverdueCase(
        String caseNumber,
        String category,
        String place,
        Instant dueAt,
        String late,
        @Nullable String handler,
        int urged,
        @Nullable SupervisionLevel level,
        @Nullable String operateUrl) {}
