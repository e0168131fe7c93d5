package io.gridloop.cases;

/** A case ended; published inside the transaction that closed it. */
public record CaseClosed(long caseId, String caseNumber, Resolution resolution) {}
