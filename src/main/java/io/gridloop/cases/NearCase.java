package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * An open case as somebody sees it who is out in the grid.
 *
 * @param row the case
 * @param metres how far it is; nothing when its place is known by its grid alone, or nobody said where they are
 */
public record NearCase(CaseRow row, @Nullable Long metres) {}
