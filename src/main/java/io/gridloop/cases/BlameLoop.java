package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that units passed around (推诿).
 *
 * @param category in Chinese
 * @param place the grid or address in Chinese, masked
 * @param at when it last turned out to be one
 * @param firstReceiver the unit that got it first; null when it starts anew
 * @param holder the unit that has it now; null while none has
 * @param chain who gave it back, oldest first
 */
public record BlameLoop(
        String caseNumber,
        CaseState state,
        String category,
        String place,
        Instant at,
        @Nullable String firstReceiver,
        @Nullable String holder,
        List<Link> chain) {

    /**
     * A unit gave the case back.
     *
     * @param unit in Chinese
     * @param person name
     * @param kind 退单 or 上报
     * @param reason masked
     * @param ruling what the dispatcher said to it, in Chinese; null when nothing was said
     */
    public record Link(String unit, String person, String kind, Instant at, String reason, @Nullable String ruling) {}
}
