package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for somebody, in their list.
 *
 * @param asked what is asked for, in Chinese
 * @param dueAt the deadline that runs
 */
public record WaitingRequest(String caseNumber, String place, RequestView request, @Nullable Instant dueAt) {}
