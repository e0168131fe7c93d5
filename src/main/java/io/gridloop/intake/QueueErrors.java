package io.gridloop.intake;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The last word on every failed request of a queue on a phone. */
@RestControllerAdvice(assignableTypes = {QueuedReportController.class, QueuedPartController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueueErrors extends ProblemAnswers {}
