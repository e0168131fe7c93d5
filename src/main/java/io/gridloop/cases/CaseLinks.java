package io.gridloop.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case belongs to others.
 *
 * @param parent the case it was split from
 * @param children the cases it was split into
 * @param original the case it was merged into
 * @param first the ended case whose outcome was told instead
 * @param merged of the cases merged into it those that who looks may see, the oldest first
 * @param mergedCount how many were merged into it, seen or not
 * @param joined how many residents joined it instead of reporting the same
 */
public record CaseLinks(
        @Nullable RelatedCase parent,
        List<RelatedCase> children,
        @Nullable RelatedCase original,
        @Nullable RelatedCase first,
        List<RelatedCase> merged,
        int mergedCount,
        int joined) {

    /** Whether it belongs to any other. */
    public boolean any() {
        return parent != null || original != null || first != null || mergedCount > 0 || !children.isEmpty();
    }
}
