package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit gave a case back or reported it up.
 *
 * @param unit code of the unit that had it, see {@link Unit#code}
 * @param person login of who did it; null when that is not known
 * @param ruling what the dispatcher said to it; null as long as nobody did, and where a table named the next level
 * @param ruledTo code of the unit that got it then
 * @param last whether nobody may give the case back after this ruling
 */
record CaseReturn(
        long id,
        ReturnKind kind,
        String unit,
        @Nullable String person,
        String reason,
        Instant at,
        @Nullable Ruling ruling,
        @Nullable String ruledBy,
        @Nullable Instant ruledAt,
        @Nullable String rulingReason,
        @Nullable String ruledTo,
        boolean last) {}
