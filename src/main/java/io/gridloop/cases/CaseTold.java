package io.gridloop.cases;

/**
 * The reporter of a case that a program sent was told something new; published inside the transaction.
 *
 * @param caseNumber its speakable number
 * @param client the program, see {@link Program#client}
 */
public record CaseTold(String caseNumber, String client) {}
