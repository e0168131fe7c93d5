package io.gridloop.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some cases, those received last first.
 *
 * @param next what {@code after} must be for the cases that follow; nothing at the end
 */
record CaseList(List<SentCase> cases,
        @Schema(description = "下一页的after；没有更多时为空") @Nullable String next) {

    /** @param found one more than wanted, if there are more */
    static CaseList of(List<SentCase> found, int wanted) {
        var shown = found.stream().limit(wanted).toList();
        return new CaseList(shown, found.size() > wanted ? shown.getLast().published().caseNumber() : null);
    }
}
