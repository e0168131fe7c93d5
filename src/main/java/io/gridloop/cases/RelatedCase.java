package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case as another names it.
 *
 * @param said the beginning of what it is about, masked
 */
public record RelatedCase(String caseNumber, CaseState state, @Nullable Resolution resolution, String said) {

    static RelatedCase of(Case it) {
        return new RelatedCase(it.caseNumber(), it.state(), it.resolution(), Children.said(it));
    }
}
