package io.gridloop.process.outbox;

/** The start of an imported case; {@code variables} is a JSON object. */
record BulkStart(long caseId, String correlationKey, String variables) {}
