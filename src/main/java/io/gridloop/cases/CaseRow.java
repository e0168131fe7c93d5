package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of cases.
 *
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param summary the beginning of the text, masked
 */
public record CaseRow(
        String caseNumber,
        CaseState state,
        @Nullable Resolution resolution,
        String category,
        String place,
        String summary,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Light light) {}
