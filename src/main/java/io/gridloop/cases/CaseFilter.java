package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list.
 *
 * @param state only this state
 * @param overdue only those past their deadline and still open
 * @param number only those whose number contains this
 */
public record CaseFilter(@Nullable CaseState state, boolean overdue, @Nullable String number) {}
