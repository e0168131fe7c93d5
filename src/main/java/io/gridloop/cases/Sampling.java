package io.gridloop.cases;

import org.springframework.stereotype.Component;

/**
 * Which cases are looked at again: decided by the case's id alone, so that it can be decided again, and scattered, so
 * that nobody can foresee it.
 */
@Component
class Sampling {

    private final CasesProperties properties;

    Sampling(CasesProperties properties) {
        this.properties = properties;
    }

    /** Whether a case that was solved on the spot is verified. */
    boolean verified(long caseId) {
        return scattered(caseId) < properties.onSpotSamplePercent();
    }

    /** Whether a case that a department handled is inspected before the grid leader sees it. */
    boolean inspected(long caseId) {
        return scattered(~caseId) < properties.inspectPercent();
    }

    private static long scattered(long id) {
        return ((id * 0x9E3779B97F4A7C15L) >>> 33) % 100;
    }
}
