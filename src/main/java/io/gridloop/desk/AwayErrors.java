package io.gridloop.desk;

import io.gridloop.intake.ProblemAnswers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The last word on every failed request of a queue of answers. */
@RestControllerAdvice(assignableTypes = AwayController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AwayErrors extends ProblemAnswers {}
