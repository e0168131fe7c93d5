package io.gridloop.cases;

/**
 * What the reporter of a merged case is to be told of the end of the original.
 *
 * @param caseId the merged case
 * @param originalId the case that it was merged into
 * @param closing 1 for the first end of the original, one more for each time it was taken up again
 * @param text the message, in Chinese
 */
public record MergedEnding(long caseId, long originalId, int closing, String text) {}
