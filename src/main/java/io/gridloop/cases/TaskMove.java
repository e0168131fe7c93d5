package io.gridloop.cases;

/**
 * An open task that another person is named for now.
 *
 * @param key the engine's key of the visit
 * @param title what to do, in Chinese
 * @param from login of the person who has it
 * @param to login of the person who should have it
 */
public record TaskMove(long key, long caseId, String caseNumber, String title, String from, String to) {}
