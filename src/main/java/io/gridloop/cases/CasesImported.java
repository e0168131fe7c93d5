package io.gridloop.cases;

import java.util.List;

/** Imported cases wait for the engine, which may take its time; published inside the transaction that made them. */
public record CasesImported(List<CaseReported> cases) {}
