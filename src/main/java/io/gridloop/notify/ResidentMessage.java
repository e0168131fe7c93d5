package io.gridloop.notify;

import java.time.Instant;

/**
 * What a resident was told.
 *
 * @param caseId the case it is about
 * @param at when it was written
 * @param text the message, in Chinese
 */
public record ResidentMessage(long caseId, Instant at, String text) {}
