package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whistle and what came of it, as staff see it; phone and identity numbers are masked.
 *
 * @param casePlace the grid or address of the case, in Chinese
 * @param blownBy unit, role and name
 * @param calls who was called; for a department only itself
 */
public record WhistleView(
        long id,
        String caseNumber,
        String casePlace,
        String blownBy,
        Instant blownAt,
        String reason,
        String place,
        Instant dueAt,
        WhistleState state,
        @Nullable String agreed,
        List<Call> calls) {

    /**
     * One department that was called.
     *
     * @param department in Chinese
     * @param person unit, role and name
     * @param minutes from the whistle to the answer; null before there is one
     * @param note what they found, or why they cannot come
     * @param confirmed what who blew the whistle found; null before that
     */
    public record Call(
            String department,
            String person,
            CallState state,
            @Nullable Integer minutes,
            boolean late,
            @Nullable String note,
            @Nullable Boolean confirmed) {}
}
