package io.gridloop.cases;

/**
 * Somebody of the staff is to know this of a case; published inside the transaction that made it so.
 *
 * @param caseId the case
 * @param login who is to know
 * @param occasion what makes it one: the same person is told once of each occasion of a case
 * @param text up to 300 characters, in Chinese, without the reporter's name or contact
 */
public record StaffNotice(long caseId, String login, String occasion, String text) {}
