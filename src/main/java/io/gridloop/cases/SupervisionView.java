package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of supervision as staff see it; phone and identity numbers are masked.
 *
 * @param level the highest step it reached
 * @param orderedBy unit, role and name
 * @param open whether it is not over
 * @param state in Chinese
 * @param replyDue until when a reply is waited for
 * @param reply the last one, with who gave it
 * @param points what it counts, 0 or less
 * @param cancelled by whom and why; null when it counts
 * @param reached the steps that it reached, the mildest first
 */
public record SupervisionView(
        long id,
        SupervisionLevel level,
        SupervisionKind kind,
        String reason,
        String orderedBy,
        Instant orderedAt,
        boolean open,
        String state,
        @Nullable Instant replyDue,
        @Nullable String reply,
        int points,
        @Nullable String cancelled,
        List<Reached> reached) {

    /**
     * A step that an order reached.
     *
     * @param who name of who handled the case then
     * @param points what it costs them
     */
    public record Reached(SupervisionLevel level, Instant at, String who, int points) {}
}
