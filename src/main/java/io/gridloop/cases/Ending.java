package io.gridloop.cases;

/**
 * What a resident is to be told of the end of a case.
 *
 * @param closing 1 for the first end of the case, one more for each time it was taken up again
 * @param text the message, in Chinese
 * @param concernsReporter whether somebody reported it who is to be told; not so of a part of a split case
 */
public record Ending(int closing, String text, boolean concernsReporter) {}
