package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it may leave gridloop: what its reporter sees of it, without names, phone numbers and identity numbers.
 *
 * @param caseNumber its speakable number
 * @param state where it stands
 * @param category code of its {@link Category}; nothing until somebody has named it
 * @param categoryName its category in Chinese
 * @param text what was reported, phone and identity numbers masked
 * @param unit the unit that has or had it, in Chinese, never a person; nothing before the first dispatch
 * @param receivedAt when it was received
 * @param updatedAt when it was closed or, while it is open, when something last happened to it
 * @param dueAt its deadline; nothing before the first dispatch and while its clock stands still
 * @param place grid and address in Chinese, masked
 * @param gridCode the grid, once known
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 * @param mediaUrl the picture that came with it; only for the program that sent it
 * @param outcome what the reporter was told of its end; nothing while it is open
 * @param notes what the reporter was told on the way, oldest first
 */
public record PublishedCase(String caseNumber, CaseState state, @Nullable String category, String categoryName,
        String text, @Nullable String unit, Instant receivedAt, Instant updatedAt, @Nullable Instant dueAt,
        String place, @Nullable String gridCode, @Nullable Double longitude, @Nullable Double latitude,
        @Nullable String mediaUrl, @Nullable String outcome, List<ReceiptView.Step> notes) {

    /** Whether it has ended. */
    public boolean closed() {
        return state == CaseState.CLOSED;
    }
}
