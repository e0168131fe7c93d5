package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One department that was called by a whistle.
 *
 * @param department code of the department
 * @param person login of who is to come
 * @param cameAt when they said that they are there or cannot come
 * @param minutes from the whistle to that, on the wall
 * @param late whether the time to report in passed before
 * @param note what they found, or why they cannot come
 * @param confirmed whether who blew the whistle found that they came; null before that
 */
record WhistleCall(
        long id,
        long whistleId,
        String department,
        String person,
        CallState state,
        @Nullable Instant cameAt,
        @Nullable Integer minutes,
        boolean late,
        @Nullable String note,
        @Nullable Boolean confirmed) {}
