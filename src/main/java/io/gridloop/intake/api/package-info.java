/**
 * The REST interface for the county's other systems: they hand reports in and follow their own cases. JSON, problem
 * details (RFC 9457), idempotency keys and keyset paging; its description is at {@code /api/v1/openapi}.
 */
@NullMarked
package io.gridloop.intake.api;

import org.jspecify.annotations.NullMarked;
