package io.gridloop.cases;

/**
 * A body outside the county that a case was handed to said something; publish it inside the transaction that notes it,
 * and the history of the case has it. The case itself stays where it is: its own people finish it.
 *
 * @param caseId the case
 * @param text what it said, in its own words, without control characters
 * @param closed whether it has closed the matter on its side, so that the handler has to look
 */
public record PartnerTold(long caseId, String text, boolean closed) {}
