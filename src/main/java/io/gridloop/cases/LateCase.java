package io.gridloop.cases;

/** A case whose deadline is past. */
record LateCase(long caseId, int round) {}
