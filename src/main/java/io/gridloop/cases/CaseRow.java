package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of cases.
 *
 * @param category the category in Chinese
 * @param place the grid or address in Chinese
 * @param summary the beginning of the text, masked
 * @param matter the matter it shares with others; null when it is alone
 * @param ofTheMatter how many cases the matter has, this one included; 1 when it is alone
 */
public record CaseRow(
        String caseNumber,
        CaseState state,
        @Nullable Resolution resolution,
        String category,
        String place,
        String summary,
        @Nullable Long matter,
        int ofTheMatter,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Light light) {}
