package io.gridloop.cases;

/**
 * What a resident is to be told of the end of a case.
 *
 * @param closing 1 for the first end of the case, one more for each time it was taken up again
 * @param text the message, in Chinese
 */
public record Ending(int closing, String text) {}
