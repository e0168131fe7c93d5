package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to departments to come to a place because of a case (街乡吹哨、部门报到: 北京市接诉即办工作条例 art. 16, 北京市街道办事处条例
 * art. 5 and 44).
 *
 * @param blownBy login of who blew it
 * @param dueAt until when the departments are to report in
 * @param waitUntil until when those who do not answer are waited for
 * @param agreed what was agreed in the end; null until then
 */
record Whistle(
        long id,
        long caseId,
        String blownBy,
        Instant blownAt,
        String reason,
        String place,
        Instant dueAt,
        Instant waitUntil,
        WhistleState state,
        @Nullable String agreed,
        @Nullable Instant closedAt) {}
