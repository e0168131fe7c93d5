package io.gridloop.notify;

import java.time.Instant;

/**
 * What a member of staff was told of a case.
 *
 * @param caseNumber the case it is about
 * @param at when it was written
 * @param text the message, in Chinese
 * @param standIn whether it was written to somebody whom the reader stands in for
 * @param unread whether the reader has not read it yet
 */
public record StaffMessage(String caseNumber, Instant at, String text, boolean standIn, boolean unread) {}
