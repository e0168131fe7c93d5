package io.gridloop.cases;

/** A case whose current run has no process instance. */
public record Unstarted(long caseId, String caseNumber, int run) {}
