package io.gridloop.cases;

/** An open case and the process instance that works on it. */
public record LinkedCase(long caseId, String caseNumber, int run, long processInstanceKey, CaseState state) {}
