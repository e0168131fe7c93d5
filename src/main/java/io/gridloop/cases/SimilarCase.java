package io.gridloop.cases;

import java.time.Instant;

/**
 * A case that may speak of the same matter as another.
 *
 * @param overlapPercent how much of both texts agrees, 0 to 100
 * @param reason why it is shown, in Chinese
 */
public record SimilarCase(
        String caseNumber, CaseState state, Instant receivedAt, int overlapPercent, String reason) {}
