package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list.
 *
 * @param state only this state
 * @param resolution only those that ended so
 * @param overdue only those past their deadline and still open
 * @param number only those whose number contains this
 * @param matter only those of this matter
 * @param folded of the cases of one matter only the latest that fits
 */
public record CaseFilter(
        @Nullable CaseState state, @Nullable Resolution resolution, boolean overdue, @Nullable String number,
        @Nullable Long matter, boolean folded) {

    /** However it ended. */
    public CaseFilter(@Nullable CaseState state, boolean overdue, @Nullable String number, @Nullable Long matter,
            boolean folded) {
        this(state, null, overdue, number, matter, folded);
    }

    /** Each case by itself. */
    public CaseFilter(@Nullable CaseState state, boolean overdue, @Nullable String number) {
        this(state, null, overdue, number, null, false);
    }
}
