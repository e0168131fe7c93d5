package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as staff see it; phone and identity numbers are masked.
 *
 * @param askedBy unit, role and name
 * @param asked what was asked for, in Chinese
 * @param amount how much was asked for; 0 for a suspension
 * @param unit its unit in Chinese
 * @param granted what was granted, in Chinese
 * @param leader who supported or refused it on the first level
 * @param decidedBy who decided on the second level
 * @param resumedAt when the clock of a suspended case ran again
 */
public record RequestView(
        long id,
        RequestKind kind,
        RequestState state,
        String askedBy,
        Instant askedAt,
        String asked,
        int amount,
        String unit,
        String reason,
        @Nullable String granted,
        @Nullable Instant dueAfter,
        @Nullable String leader,
        @Nullable String leaderNote,
        @Nullable String decidedBy,
        @Nullable String decisionNote,
        @Nullable Instant resumedAt) {}
