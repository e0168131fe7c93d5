package io.gridloop.cases;

import java.util.List;
import java.util.Map;

/**
 * What was answered to the questions of a category.
 *
 * @param answers those that are good, in the order of the questions
 * @param problems by the code of the question why an answer cannot be taken or is missing, in Chinese
 */
public record GivenAnswers(List<ReportAnswer> answers, Map<String, String> problems) {}
