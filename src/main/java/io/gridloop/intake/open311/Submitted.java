package io.gridloop.intake.open311;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a report: a number or a token, never both.
 *
 * @param serviceRequestId the number of the case
 * @param token what leads to the number later
 * @param serviceNotice what happens next
 * @param accountId as it was sent
 */
record Submitted(@JsonInclude(Include.NON_NULL) @Nullable String serviceRequestId,
        @JsonInclude(Include.NON_NULL) @Nullable String token, String serviceNotice, @Nullable String accountId) {}
